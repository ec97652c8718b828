using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Nudges;

/// <summary>Do the exercise of a nudge.</summary>
public sealed record AnswerNudge(Guid NudgeId) : NextStep;

/// <summary>Keeping alive what was shown.</summary>
public static class NudgeSteps
{
    /// <summary>What came waits for an answer.</summary>
    public static IEnumerable<NextStep> Answer(JourneyDesign design, Progress progress, DateTimeOffset now) =>
        Open(design, progress).Select(nudge => new AnswerNudge(nudge.Nudge.Id));

    /// <summary>The same, for the inbox.</summary>
    internal static IEnumerable<Attention> Waiting(JourneyDesign design, Progress progress) =>
        Open(design, progress).Select(nudge => new Attention(AttentionKind.Inbox, nudge.Nudge.Id, new Waits.Learner()));

    /// <summary>What came and has its exercise in the design still: what was taken out asks for nothing.</summary>
    private static IEnumerable<NudgeProgress> Open(JourneyDesign design, Progress progress) =>
        design.Find<NudgesSection>() is { } section
            ? progress.Of<NudgesProgress>().Open.Where(nudge => section.Find(nudge.Nudge.ExerciseId) is not null)
            : [];

    /// <summary>What is planned.</summary>
    internal static IEnumerable<Upcoming> Ahead(JourneyDesign design, Progress progress) =>
        progress.Of<NudgesProgress>().Planned
            .Select(nudge => new Upcoming(UpcomingKind.Exercise, nudge.Nudge.Id) { At = nudge.DueAt });
}
