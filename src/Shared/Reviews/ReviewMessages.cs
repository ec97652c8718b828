using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.Shared.Reviews;

/// <summary>What learners are told about reviews.</summary>
internal static class ReviewMessages
{
    public static IEnumerable<Tells> Of(JourneyDesign design, Progress progress, RecordedEvent e) => e.What switch
    {
        ReviewReturned returned => Told(MessageName.EvidenceReturned, returned.Evidence.Id, e),
        ReviewConfirmed confirmed => Told(MessageName.EvidenceConfirmed, confirmed.Evidence.Id, e),
        _ => [],
    };

    private static Tells[] Told(string kind, Guid piece, RecordedEvent e) =>
        [new Tells.Message(kind, piece, new Waits.Learner(), e.ActorId)];
}
