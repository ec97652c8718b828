using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Grades;

/// <summary>A score reached the LMS; the tool acts. Progress words are those of AGS 2.0, 3.4.7 and 3.4.8.</summary>
public sealed record GradeSent(
    Guid PostingId, string LineItem, double Given, double Maximum, string ActivityProgress, string GradingProgress) : JourneyEvent;

/// <summary>How they are stored.</summary>
internal static class GradeEvents
{
    public static Theme Theme { get; } = new("grades", [EventType.Of<GradeSent>("grade.sent")])
    {
        Section = typeof(GradesSection),
        Start = GradesProgress.None,
        Messages = GradeMessages.Of,
    };
}
