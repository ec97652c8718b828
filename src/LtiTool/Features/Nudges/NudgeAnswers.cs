using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.Nudges;

namespace LearningBuddy.LtiTool.Features.Nudges;

/// <summary>What a learner answers to an exercise, from the inbox or from a mail: whoever presses twice has answered once.</summary>
internal sealed class NudgeAnswers(JourneyWriter writer)
{
    /// <summary>Answers an exercise that is open.</summary>
    /// <param name="learner">Whose.</param>
    /// <param name="nudgeId">Which.</param>
    /// <param name="answer">One of <see cref="NudgeAnswer"/>.</param>
    /// <param name="ct">Stops before the write.</param>
    public Task<bool> AnswerAsync(NudgeOwner learner, Guid nudgeId, string answer, CancellationToken ct) =>
        NoteAsync(learner, nudgeId, (nudge, _) => new NudgeActedOn(nudge, answer), ct);

    /// <summary>Not this one.</summary>
    public Task<bool> DismissAsync(NudgeOwner learner, Guid nudgeId, CancellationToken ct) =>
        NoteAsync(learner, nudgeId, (nudge, _) => new NudgeDismissed(nudge), ct);

    /// <summary>Puts an exercise off; it comes back outside quiet hours.</summary>
    public Task<bool> SnoozeAsync(NudgeOwner learner, Guid nudgeId, NudgeDelay delay, CancellationToken ct)
    {
        var wait = delay switch
        {
            NudgeDelay.Hour => TimeSpan.FromHours(1),
            NudgeDelay.Week => TimeSpan.FromDays(7),
            _ => TimeSpan.FromDays(1),
        };
        return NoteAsync(
            learner, nudgeId, (nudge, now) => new NudgeSnoozed(nudge, QuietHours.NextByDefault(now + wait, learner.Zone)), ct);
    }

    private Task<bool> NoteAsync(
        NudgeOwner learner, Guid nudgeId, Func<NudgeRef, DateTimeOffset, JourneyEvent> answer, CancellationToken ct) => writer.ChangeAsync(
        Subjects.Of(learner.ParticipationId),
        new Actor(learner.PersonId),
        change =>
        {
            if (change.Learner(learner.ParticipationId)?.Progress.Of<NudgesProgress>().Find(nudgeId)
                is not { State: NudgeState.Sent } nudge)
            {
                return false;
            }

            if (!nudge.IsOpened)
            {
                change.Happened(learner.ParticipationId, new NudgeOpened(nudge.Nudge));
            }

            change.Happened(learner.ParticipationId, answer(nudge.Nudge, change.Now));
            return true;
        },
        ct);
}

/// <summary>Whose exercise it is.</summary>
/// <param name="ParticipationId">The participation.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Zone">Their time zone.</param>
internal sealed record NudgeOwner(Guid ParticipationId, Guid PersonId, TimeZoneInfo Zone);

/// <summary>How long an exercise is put off.</summary>
public enum NudgeDelay
{
    /// <summary>Until tomorrow.</summary>
    Day,

    /// <summary>An hour.</summary>
    Hour,

    /// <summary>A week.</summary>
    Week,
}
