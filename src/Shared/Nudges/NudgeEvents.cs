using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Nudges;

/// <summary>A plan of exercises began, or begins at another time than was noted before; the tool acts.</summary>
/// <param name="PlanId">What began it.</param>
/// <param name="From">From when its days are counted, UTC: later than the event where it begins at the journey's end.</param>
/// <param name="IsHeldOut">
/// Whether chance left the learner without exercises, so that it can be seen whether they help. Frozen: a share that is changed later
/// changes no plan.
/// </param>
public sealed record NudgePlanBegun(Guid PlanId, DateTimeOffset From, bool IsHeldOut) : JourneyEvent
{
    /// <summary>What began it.</summary>
    public NudgeStart Start { get; init; }
}

/// <summary>A plan that was to begin at the journey's end does not: the design says otherwise now. The tool acts.</summary>
/// <param name="PlanId">What would have begun it.</param>
public sealed record NudgePlanGivenUp(Guid PlanId) : JourneyEvent;

/// <summary>A nudge was planned; the tool acts.</summary>
/// <param name="Nudge">Which.</param>
/// <param name="At">When it is due, UTC.</param>
/// <param name="LadderId">What began the plan.</param>
/// <param name="LadderFrom">From when the plan's days are counted, UTC.</param>
public sealed record NudgeScheduled(NudgeRef Nudge, DateTimeOffset At, Guid LadderId, DateTimeOffset LadderFrom) : JourneyEvent
{
    /// <summary>The plan's day, as the design has it; 0 in histories of before there were days.</summary>
    public int Day { get; init; }

    /// <summary>Whether the design has no such day: something is wanted once more, and the plan has no day left for it.</summary>
    public bool IsExtra { get; init; }
}

/// <summary>A planned nudge comes at another time: the learner moved it, or the tool did, since it must not come now.</summary>
/// <param name="Nudge">Which.</param>
/// <param name="At">When it is due now, UTC.</param>
public sealed record NudgeMoved(NudgeRef Nudge, DateTimeOffset At) : JourneyEvent;

/// <summary>A planned nudge does not come: the plan, or the pace, has no place for it any more.</summary>
public sealed record NudgeCalledOff(NudgeRef Nudge) : JourneyEvent;

/// <summary>A nudge went out; the tool acts.</summary>
public sealed record NudgeSent(NudgeRef Nudge) : JourneyEvent;

/// <summary>A nudge was due and was not sent; the tool acts.</summary>
public sealed record NudgeWithheld(NudgeRef Nudge) : JourneyEvent
{
    /// <summary>Why.</summary>
    public WithheldReason Reason { get; init; }
}

/// <summary>The learner opened a nudge.</summary>
public sealed record NudgeOpened(NudgeRef Nudge) : JourneyEvent;

/// <summary>The learner answered a nudge.</summary>
/// <param name="Nudge">Which.</param>
/// <param name="Action">The answer: one of <see cref="NudgeAnswer"/>.</param>
public sealed record NudgeActedOn(NudgeRef Nudge, string Action) : JourneyEvent;

/// <summary>The learner put a nudge off.</summary>
public sealed record NudgeSnoozed(NudgeRef Nudge, DateTimeOffset Until) : JourneyEvent;

/// <summary>The learner dismissed a nudge.</summary>
public sealed record NudgeDismissed(NudgeRef Nudge) : JourneyEvent;

/// <summary>The learner chose how many exercises come.</summary>
public sealed record NudgePaceChosen(NudgePace Pace) : JourneyEvent;

/// <summary>A nudge as events name it.</summary>
/// <param name="Id">The nudge.</param>
/// <param name="ExerciseId">Key of the exercise in the design. Of a nudge that is planned the one that would come now.</param>
/// <param name="BehaviourId">What it trains.</param>
/// <param name="Channel">How it reaches the person.</param>
/// <param name="Step">1 for the first of the plan.</param>
/// <param name="Of">How many the plan has.</param>
public sealed record NudgeRef(Guid Id, string ExerciseId, string BehaviourId, NudgeChannel Channel, int Step, int Of)
{
    /// <summary>Which of the exercise's wordings, from 0.</summary>
    public int Wording { get; init; }

    /// <summary>The piece of evidence that it leaves: one, from wherever it is written.</summary>
    /// <param name="nudgeId">The nudge.</param>
    public static Guid EvidenceOf(Guid nudgeId) => DerivedId.From(nudgeId, "evidence");
}

/// <summary>Answers to a nudge, as <see cref="NudgeActedOn"/> and statements name them.</summary>
public static class NudgeAnswer
{
    /// <summary>Did it: evidence can follow.</summary>
    public const string DidIt = "log-evidence";

    /// <summary>Knew it before looking.</summary>
    public const string GotIt = "got-it";

    /// <summary>Wants the same again soon.</summary>
    public const string Again = "again";

    /// <summary>Has not had the chance yet.</summary>
    public const string NotYet = "not-yet";

    /// <summary>Whether whoever answers so wants the exercise once more.</summary>
    /// <param name="answer">One of the above, or null where nobody answered.</param>
    public static bool WantsAgain(string? answer) => answer is Again or NotYet;
}

/// <summary>How a nudge reaches a person.</summary>
public enum NudgeChannel
{
    /// <summary>The inbox inside the tool.</summary>
    Inbox,

    /// <summary>E-mail.</summary>
    Email,

    /// <summary>Web push.</summary>
    Push,
}

/// <summary>How many exercises a learner wants. Part of the stored format.</summary>
public enum NudgePace
{
    /// <summary>Each day of the plan.</summary>
    Normal,

    /// <summary>Every second one.</summary>
    Small,

    /// <summary>All of a week together, on its last day.</summary>
    AllInOne,
}

/// <summary>Why a nudge that was due was not sent. Part of the stored format.</summary>
public enum WithheldReason
{
    /// <summary>The learner was not in the course, or had left the journey.</summary>
    LeftCourse,

    /// <summary>The platform was switched off.</summary>
    Closed,

    /// <summary>Chance left the learner without exercises.</summary>
    HeldOut,

    /// <summary>The learner has done every exercise of the plan.</summary>
    NothingLeft,
}

/// <summary>How they are stored.</summary>
internal static class NudgeEvents
{
    public static Theme Theme { get; } = new(
        "nudges",
        [
            EventType.Of<NudgePlanBegun>("nudge.plan-begun").WithoutStatement(),
            EventType.Of<NudgePlanGivenUp>("nudge.plan-given-up").WithoutStatement(),
            EventType.Of<NudgeScheduled>("nudge.scheduled"),
            EventType.Of<NudgeMoved>("nudge.moved").WithoutStatement(),
            EventType.Of<NudgeCalledOff>("nudge.called-off").WithoutStatement(),
            EventType.Of<NudgeSent>("nudge.sent"),
            EventType.Of<NudgeWithheld>("nudge.withheld").WithoutStatement(),
            EventType.Of<NudgeOpened>("nudge.opened"),
            EventType.Of<NudgeActedOn>("nudge.acted-on"),
            EventType.Of<NudgeSnoozed>("nudge.snoozed"),
            EventType.Of<NudgeDismissed>("nudge.dismissed"),
            EventType.Of<NudgePaceChosen>("nudge.pace-chosen").WithoutStatement(),
        ])
    {
        Section = typeof(NudgesSection),
        Effort = NudgesSection.Effort,
        Start = NudgesProgress.None,
        Attention = NudgeSteps.Waiting,
        Messages = NudgeMessages.Of,
        Upcoming = NudgeSteps.Ahead,
    };
}
