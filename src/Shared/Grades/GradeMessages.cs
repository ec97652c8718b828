using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.Shared.Grades;

/// <summary>A grade that arrived is no trouble any more. That one is in trouble is no event: whoever sends it tells.</summary>
internal static class GradeMessages
{
    public static IEnumerable<Tells> Of(JourneyDesign design, Progress progress, RecordedEvent e) =>
        e.What is GradeSent ? [new Tells.Done(MessageName.GradeTrouble, e.ParticipationId)] : [];
}
