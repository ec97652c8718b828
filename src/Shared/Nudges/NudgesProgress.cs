using System.Collections.Immutable;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Nudges;

/// <summary>A learner's nudges as the history tells them.</summary>
/// <param name="All">In the order they were planned.</param>
/// <param name="Plans">Plans that began, the newest last.</param>
/// <param name="Pace">How many the learner wants.</param>
public sealed record NudgesProgress(ImmutableArray<NudgeProgress> All, ImmutableArray<NudgePlan> Plans, NudgePace Pace) : IThemeProgress
{
    /// <summary>Nothing was planned.</summary>
    public static NudgesProgress None { get; } = new([], [], NudgePace.Normal);

    /// <summary>Each time that something came, what was put off and came back included, in its order.</summary>
    public ImmutableArray<NudgeComing> Comings { get; init; } = [];

    /// <summary>Ids of the exercises that the learner wants once more and that have not come since.</summary>
    public ImmutableHashSet<string> WantedAgain { get; init; } = [];

    /// <summary>What came and isn't settled.</summary>
    public IEnumerable<NudgeProgress> Open => All.Where(nudge => nudge.State == NudgeState.Sent);

    /// <summary>What is to come, in the order in which it comes.</summary>
    public IEnumerable<NudgeProgress> Planned =>
        All.Where(nudge => nudge.State == NudgeState.Planned).OrderBy(nudge => nudge.DueAt).ThenBy(nudge => nudge.Day);

    /// <summary>The plan that began last, or null.</summary>
    public NudgePlan? Plan => Plans.IsEmpty ? null : Plans[^1];

    /// <summary>
    /// The plan that holds: the one that began last. One of the journey's end doesn't where the design has no such start any more and
    /// nothing of it came before that.
    /// </summary>
    /// <param name="section">The plan as the design has it.</param>
    public NudgePlan? Holding(NudgesSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Plans.LastOrDefault(plan => plan.Start == section.From || plan.Start != NudgeStart.CourseEnd
            || (!plan.IsGivenUp && HasCome(plan)));
    }

    /// <summary>Whether something of a plan came since its days are counted.</summary>
    internal bool HasCome(NudgePlan plan) => All.Any(nudge => nudge.LadderId == plan.Id && nudge.SentAt >= plan.From);

    /// <summary>The nudge, or null.</summary>
    public NudgeProgress? Find(Guid id) => All.FirstOrDefault(nudge => nudge.Nudge.Id == id);

    /// <summary>The words under which an exercise came that a piece of evidence answers: the first ones where it is of no nudge.</summary>
    /// <param name="exercise">The exercise in the design.</param>
    /// <param name="evidenceId">The piece.</param>
    public string WordsOf(Exercise exercise, Guid evidenceId)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        var nudge = All.FirstOrDefault(one => one.Nudge.ExerciseId == exercise.Id && NudgeRef.EvidenceOf(one.Nudge.Id) == evidenceId);
        return exercise.Wording(nudge?.Nudge.Wording ?? 0);
    }

    /// <summary>Whether the plan that began last is under way, so that nothing begins another.</summary>
    /// <param name="section">The plan as the design has it.</param>
    /// <param name="at">UTC.</param>
    public bool IsUnderWay(NudgesSection section, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Holding(section) is { } plan && at < plan.From.AddDays(section.MainDays);
    }

    /// <inheritdoc />
    public IThemeProgress After(RecordedEvent e) => e.What switch
    {
        NudgePlanBegun begun => Begin(begun, e.OccurredAt),
        NudgePlanGivenUp given => GiveUp(given, e.OccurredAt),
        NudgePaceChosen chosen => this with { Pace = chosen.Pace },
        NudgeScheduled scheduled => Schedule(scheduled),
        NudgeMoved moved => With(moved.Nudge.Id, nudge => nudge.Move(moved.At, byLearner: e.ActorId == e.LearnerId, e.OccurredAt)),
        NudgeCalledOff off => With(off.Nudge.Id, nudge => nudge with { State = NudgeState.CalledOff }),
        NudgeSent sent => With(sent.Nudge.Id, nudge => nudge.Send(sent.Nudge, e.OccurredAt)) with
        {
            Comings = Comings.Add(new(sent.Nudge, e.OccurredAt)), WantedAgain = WantedAgain.Remove(sent.Nudge.ExerciseId),
        },
        NudgeWithheld withheld => With(withheld.Nudge.Id, nudge => nudge with { State = NudgeState.Withheld }),
        NudgeOpened opened => With(opened.Nudge.Id, nudge => nudge with { IsOpened = true }),
        NudgeActedOn acted => With(acted.Nudge.Id, nudge => nudge.Settle(acted.Action, e.OccurredAt)) with
        {
            WantedAgain = NudgeAnswer.WantsAgain(acted.Action)
                ? WantedAgain.Add(acted.Nudge.ExerciseId) : WantedAgain.Remove(acted.Nudge.ExerciseId),
        },
        NudgeDismissed dismissed => With(dismissed.Nudge.Id, nudge => nudge with { State = NudgeState.Settled }),
        NudgeSnoozed snoozed => With(
            snoozed.Nudge.Id, nudge => nudge with { State = NudgeState.Planned, DueAt = snoozed.Until, IsSnoozed = true }),
        _ => this,
    };

    private NudgesProgress Begin(NudgePlanBegun begun, DateTimeOffset now)
    {
        var before = Plans.FirstOrDefault(plan => plan.Id == begun.PlanId);
        var plan = new NudgePlan(begun.PlanId, begun.From, begun.IsHeldOut)
        {
            Start = begun.Start,
            Began = before is not null && before.Began <= now ? before.Began : begun.From,
        };
        return this with { Plans = [.. Plans.Where(other => other.Id != plan.Id), plan] };
    }

    /// <summary>One that began is still compared with those that began for others.</summary>
    private NudgesProgress GiveUp(NudgePlanGivenUp given, DateTimeOffset now) => this with
    {
        Plans =
        [
            .. Plans.Where(plan => plan.Id != given.PlanId || plan.Began <= now)
                .Select(plan => plan.Id == given.PlanId ? plan with { IsGivenUp = true } : plan),
        ],
    };

    private NudgesProgress Schedule(NudgeScheduled scheduled)
    {
        var nudge = new NudgeProgress(scheduled.Nudge, NudgeState.Planned, scheduled.At, scheduled.LadderId, scheduled.LadderFrom)
        {
            Day = scheduled.Day, IsExtra = scheduled.IsExtra,
        };
        return Find(scheduled.Nudge.Id) switch
        {
            null => (this with { All = All.Add(nudge) }).WithOldPlan(nudge),
            { State: NudgeState.CalledOff } => With(scheduled.Nudge.Id, _ => nudge),
            { State: NudgeState.Planned } => With(scheduled.Nudge.Id, planned => planned with { DueAt = scheduled.At }),
            _ => this,
        };
    }

    /// <summary>Before plans had a beginning of their own, the first nudge was it.</summary>
    private NudgesProgress WithOldPlan(NudgeProgress first) => first.Day > 0 || Plans.Any(plan => plan.Id == first.LadderId)
        ? this
        : this with { Plans = Plans.Add(new(first.LadderId, first.LadderFrom, IsHeldOut: false) { IsOld = true }) };

    private NudgesProgress With(Guid id, Func<NudgeProgress, NudgeProgress> change)
    {
        for (var place = 0; place < All.Length; place++)
        {
            if (All[place].Nudge.Id == id)
            {
                return this with { All = All.SetItem(place, change(All[place])) };
            }
        }

        return this;
    }
}

/// <summary>Something came.</summary>
/// <param name="Nudge">What, as it came: planned once more afterwards, it may be another exercise.</param>
/// <param name="At">When, UTC.</param>
public sealed record NudgeComing(NudgeRef Nudge, DateTimeOffset At);

/// <summary>A plan of exercises that began.</summary>
/// <param name="Id">What began it.</param>
/// <param name="From">From when its days are counted, UTC.</param>
/// <param name="IsHeldOut">Whether chance left the learner without exercises.</param>
public sealed record NudgePlan(Guid Id, DateTimeOffset From, bool IsHeldOut)
{
    /// <summary>What began it.</summary>
    public NudgeStart Start { get; init; }

    /// <summary>
    /// When it began first, UTC: the days to come move with a journey's end that is moved, what is compared does not. In the future
    /// where it has not begun.
    /// </summary>
    public DateTimeOffset Began { get; init; } = From;

    /// <summary>Whether it was given up after it had begun: nothing more is planned by it.</summary>
    public bool IsGivenUp { get; init; }

    /// <summary>Whether it began before anybody was left out: it says nothing about whether exercises help.</summary>
    public bool IsOld { get; init; }
}

/// <summary>One nudge.</summary>
/// <param name="Nudge">Which.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DueAt">When it is or was due, UTC.</param>
/// <param name="LadderId">What began the plan.</param>
/// <param name="LadderFrom">From when the plan's days are counted, UTC.</param>
public sealed record NudgeProgress(NudgeRef Nudge, NudgeState State, DateTimeOffset DueAt, Guid LadderId, DateTimeOffset LadderFrom)
{
    /// <summary>The plan's day; 0 in histories of before there were days.</summary>
    public int Day { get; init; }

    /// <summary>When it came last, UTC, or null.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>How it was answered, one of <see cref="NudgeAnswer"/>, or null.</summary>
    public string? Answer { get; init; }

    /// <summary>When it was answered, UTC, or null; not when it was dismissed.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Whether the learner has opened it.</summary>
    public bool IsOpened { get; init; }

    /// <summary>Whether the learner chose when it comes: then it stays there, while there are exercises at all.</summary>
    public bool IsMoved { get; init; }

    /// <summary>Whether it was due and had to wait.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Whether the learner put it off after it came.</summary>
    public bool IsSnoozed { get; init; }

    /// <summary>Whether it has a day of its own because something is wanted once more.</summary>
    public bool IsExtra { get; init; }

    /// <summary>Whether the learner did what it asked for, or knew it: then the exercise doesn't come back in this plan.</summary>
    public bool IsDone => Answer is NudgeAnswer.DidIt or NudgeAnswer.GotIt;

    /// <summary>Whether the learner wants the exercise once more.</summary>
    public bool IsWantedAgain => NudgeAnswer.WantsAgain(Answer);

    internal NudgeProgress Settle(string answer, DateTimeOffset at) =>
        this with { State = NudgeState.Settled, Answer = answer, AnsweredAt = at };

    internal NudgeProgress Move(DateTimeOffset at, bool byLearner, DateTimeOffset now) => this with
    {
        DueAt = at, IsMoved = IsMoved || byLearner, IsHeld = IsHeld || (!byLearner && DueAt <= now),
    };

    /// <summary>Whether it stays where it is, whatever a plan says.</summary>
    internal bool IsFixed => IsMoved || IsSnoozed || IsHeld;

    /// <summary>What came may be another exercise than was planned.</summary>
    internal NudgeProgress Send(NudgeRef nudge, DateTimeOffset at) => this with { State = NudgeState.Sent, Nudge = nudge, SentAt = at };
}

/// <summary>Where a nudge stands.</summary>
public enum NudgeState
{
    /// <summary>Its time has not come, or it was put off.</summary>
    Planned,

    /// <summary>In the inbox.</summary>
    Sent,

    /// <summary>Answered or dismissed.</summary>
    Settled,

    /// <summary>Was due and not sent.</summary>
    Withheld,

    /// <summary>The plan has no place for it any more.</summary>
    CalledOff,
}
