using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Nudges;

/// <summary>One answer to an exercise, with what a model of memory is fitted to.</summary>
/// <param name="Nudge">Which.</param>
/// <param name="CameAt">When it came, UTC.</param>
/// <param name="AnsweredAt">When it was answered, UTC.</param>
/// <param name="Answer">One of <see cref="NudgeAnswer"/>, or <c>dismissed</c> or <c>snoozed</c>.</param>
/// <param name="Before">When the same learner answered the same exercise before, UTC, or null.</param>
public sealed record ReviewLogEntry(
    NudgeRef Nudge, DateTimeOffset CameAt, DateTimeOffset AnsweredAt, string Answer, DateTimeOffset? Before);

/// <summary>
/// Every answer a learner gave to an exercise: kept so that the ladder's days can give way to a model of memory later, fitted to what
/// happened here. It is read from the history; nothing is noted twice.
/// </summary>
public static class ReviewLog
{
    /// <summary>The answers in one learner's history, in its order.</summary>
    public static IEnumerable<ReviewLogEntry> Of(IEnumerable<RecordedEvent> history)
    {
        var came = new Dictionary<Guid, DateTimeOffset>();
        var before = new Dictionary<string, DateTimeOffset>();
        foreach (var e in history)
        {
            if (e.What is NudgeSent sent)
            {
                came[sent.Nudge.Id] = e.OccurredAt;
            }
            else if (AnswerOf(e.What) is var (nudge, answer))
            {
                yield return new(
                    nudge, came.GetValueOrDefault(nudge.Id, e.OccurredAt), e.OccurredAt, answer,
                    before.TryGetValue(nudge.ExerciseId, out var last) ? last : null);
                before[nudge.ExerciseId] = e.OccurredAt;
            }
        }
    }

    private static (NudgeRef Nudge, string Answer)? AnswerOf(JourneyEvent what) => what switch
    {
        NudgeActedOn acted => (acted.Nudge, acted.Action),
        NudgeDismissed dismissed => (dismissed.Nudge, "dismissed"),
        NudgeSnoozed snoozed => (snoozed.Nudge, "snoozed"),
        _ => null,
    };
}
