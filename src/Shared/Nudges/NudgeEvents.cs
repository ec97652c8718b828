using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Nudges;

/// <summary>A nudge was planned; the tool acts.</summary>
/// <param name="Nudge">Which.</param>
/// <param name="At">When it is due, UTC.</param>
/// <param name="LadderId">What began the plan.</param>
/// <param name="LadderFrom">From when the plan's days are counted, UTC.</param>
public sealed record NudgeScheduled(NudgeRef Nudge, DateTimeOffset At, Guid LadderId, DateTimeOffset LadderFrom) : JourneyEvent;

/// <summary>A nudge went out; the tool acts.</summary>
public sealed record NudgeSent(NudgeRef Nudge) : JourneyEvent;

/// <summary>A nudge was due and was not sent: its learner was not in the course. The plan ends.</summary>
public sealed record NudgeWithheld(NudgeRef Nudge) : JourneyEvent;

/// <summary>The learner opened a nudge.</summary>
public sealed record NudgeOpened(NudgeRef Nudge) : JourneyEvent;

/// <summary>The learner did what the nudge asked for.</summary>
/// <param name="Nudge">Which.</param>
/// <param name="Action">What was done, e.g. <c>log-evidence</c>.</param>
public sealed record NudgeActedOn(NudgeRef Nudge, string Action) : JourneyEvent;

/// <summary>The learner put a nudge off.</summary>
public sealed record NudgeSnoozed(NudgeRef Nudge, DateTimeOffset Until) : JourneyEvent;

/// <summary>The learner dismissed a nudge.</summary>
public sealed record NudgeDismissed(NudgeRef Nudge) : JourneyEvent;

/// <summary>A nudge as events name it.</summary>
/// <param name="Id">The nudge.</param>
/// <param name="ExerciseId">Key of the exercise in the design.</param>
/// <param name="BehaviourId">What it trains.</param>
/// <param name="Channel">How it reaches the person.</param>
/// <param name="Step">1 for the first of the plan.</param>
/// <param name="Of">How many the plan has.</param>
public sealed record NudgeRef(Guid Id, string ExerciseId, string BehaviourId, NudgeChannel Channel, int Step, int Of);

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

/// <summary>How they are stored.</summary>
internal static class NudgeEvents
{
    public static Theme Theme { get; } = new(
        "nudges",
        [
            EventType.Of<NudgeScheduled>("nudge.scheduled"),
            EventType.Of<NudgeSent>("nudge.sent"),
            EventType.Of<NudgeWithheld>("nudge.withheld").WithoutStatement(),
            EventType.Of<NudgeOpened>("nudge.opened"),
            EventType.Of<NudgeActedOn>("nudge.acted-on"),
            EventType.Of<NudgeSnoozed>("nudge.snoozed"),
            EventType.Of<NudgeDismissed>("nudge.dismissed"),
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
