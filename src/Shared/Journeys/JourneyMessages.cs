using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.Shared.Journeys;

/// <summary>What learners are told about their journey as a whole.</summary>
internal static class JourneyMessages
{
    public static IEnumerable<Tells> Of(JourneyDesign design, Progress progress, RecordedEvent e) => e.What switch
    {
        JourneyRestarted => [new Tells.Message(MessageName.JourneyRestarted, e.Id, new Waits.Learner(), e.ActorId)],
        _ => [],
    };
}
