using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.Shared.Evidence;

/// <summary>What people are told about evidence.</summary>
internal static class EvidenceMessages
{
    public static IEnumerable<Tells> Of(JourneyDesign design, Progress progress, RecordedEvent e) => e.What switch
    {
        EvidenceSubmitted { Evidence.Id: var piece } =>
        [
            new Tells.Done(MessageName.EvidenceReturned, piece),

            // One for everything that waits in the journey: the newest takes the place of those before.
            new Tells.Done(MessageName.WaitingDaily, e.JourneyId),
            new Tells.Message(MessageName.WaitingDaily, e.JourneyId, new Waits.Facilitators(), Guid.Empty),
        ],
        EvidenceAttested { Evidence.Id: var piece } =>
            [new Tells.Message(MessageName.EvidenceAttested, piece, new Waits.Learner(), e.ActorId)],
        _ => [],
    };
}
