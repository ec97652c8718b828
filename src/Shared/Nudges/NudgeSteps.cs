using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Nudges;

/// <summary>Do the exercise of a nudge.</summary>
public sealed record AnswerNudge(Guid NudgeId) : NextStep;

/// <summary>Keeping alive what was shown.</summary>
public static class NudgeSteps
{
    /// <summary>What came waits for an answer.</summary>
    public static IEnumerable<NextStep> Answer(JourneyDesign design, Progress progress, DateTimeOffset now) =>
        design.Find<NudgesSection>() is null ? [] : progress.Of<NudgesProgress>().Open.Select(nudge => new AnswerNudge(nudge.Nudge.Id));

    /// <summary>The same, for the inbox.</summary>
    internal static IEnumerable<Attention> Waiting(JourneyDesign design, Progress progress) =>
        progress.Of<NudgesProgress>().Open.Select(nudge => new Attention(AttentionKind.Inbox, nudge.Nudge.Id, new Waits.Learner()));

    /// <summary>What is planned.</summary>
    internal static IEnumerable<Upcoming> Ahead(JourneyDesign design, Progress progress) =>
        progress.Of<NudgesProgress>().Planned
            .Select(nudge => new Upcoming(UpcomingKind.Exercise, nudge.Nudge.Id) { At = nudge.DueAt });
}
