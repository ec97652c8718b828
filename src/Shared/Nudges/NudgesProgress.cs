using System.Collections.Immutable;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Nudges;

/// <summary>A learner's nudges as the history tells them.</summary>
/// <param name="All">In the order they were planned.</param>
public sealed record NudgesProgress(ImmutableArray<NudgeProgress> All) : IThemeProgress
{
    /// <summary>Nothing was planned.</summary>
    public static NudgesProgress None { get; } = new([]);

    /// <summary>What came and isn't settled.</summary>
    public IEnumerable<NudgeProgress> Open => All.Where(nudge => nudge.State == NudgeState.Sent);

    /// <summary>Whether a plan is under way.</summary>
    public bool IsClimbing => !All.IsEmpty && All[^1] is var last && last.State != NudgeState.Withheld
        && (last.Nudge.Step < last.Nudge.Of || last.State == NudgeState.Planned);

    /// <summary>The nudge, or null.</summary>
    public NudgeProgress? Find(Guid id) => All.FirstOrDefault(nudge => nudge.Nudge.Id == id);

    /// <inheritdoc />
    public IThemeProgress After(RecordedEvent e) => e.What switch
    {
        NudgeScheduled scheduled when Find(scheduled.Nudge.Id) is null => new NudgesProgress(All.Add(
            new NudgeProgress(scheduled.Nudge, NudgeState.Planned, scheduled.At, scheduled.LadderId, scheduled.LadderFrom))),
        NudgeSent sent => With(sent.Nudge.Id, nudge => nudge with { State = NudgeState.Sent }),
        NudgeWithheld withheld => With(withheld.Nudge.Id, nudge => nudge with { State = NudgeState.Withheld }),
        NudgeOpened opened => With(opened.Nudge.Id, nudge => nudge with { IsOpened = true }),
        NudgeActedOn acted => With(acted.Nudge.Id, nudge => nudge with { State = NudgeState.Settled, IsDone = true }),
        NudgeDismissed dismissed => With(dismissed.Nudge.Id, nudge => nudge with { State = NudgeState.Settled }),
        NudgeSnoozed snoozed => With(snoozed.Nudge.Id, nudge => nudge with { State = NudgeState.Planned, DueAt = snoozed.Until }),
        _ => this,
    };

    private NudgesProgress With(Guid id, Func<NudgeProgress, NudgeProgress> change)
    {
        for (var place = 0; place < All.Length; place++)
        {
            if (All[place].Nudge.Id == id)
            {
                return new NudgesProgress(All.SetItem(place, change(All[place])));
            }
        }

        return this;
    }
}

/// <summary>One nudge.</summary>
/// <param name="Nudge">Which.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DueAt">When it is or was due, UTC.</param>
/// <param name="LadderId">What began the plan.</param>
/// <param name="LadderFrom">From when the plan's days are counted, UTC.</param>
public sealed record NudgeProgress(NudgeRef Nudge, NudgeState State, DateTimeOffset DueAt, Guid LadderId, DateTimeOffset LadderFrom)
{
    /// <summary>Whether the learner did what it asked for.</summary>
    public bool IsDone { get; init; }

    /// <summary>Whether the learner has opened it.</summary>
    public bool IsOpened { get; init; }
}

/// <summary>Where a nudge stands.</summary>
public enum NudgeState
{
    /// <summary>Its time has not come, or it was put off.</summary>
    Planned,

    /// <summary>In the inbox.</summary>
    Sent,

    /// <summary>Done or dismissed.</summary>
    Settled,

    /// <summary>Was due and not sent.</summary>
    Withheld,
}
