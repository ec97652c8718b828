namespace LearningBuddy.Shared.Events;

public abstract partial record JourneyEvent
{
    /// <summary>A reinforcement nudge was planned; the tool acts.</summary>
    public sealed record NudgeScheduled(NudgeFacts Nudge) : JourneyEvent;

    /// <summary>A nudge went out; the tool acts.</summary>
    public sealed record NudgeSent(NudgeFacts Nudge) : JourneyEvent;

    /// <summary>The learner opened a nudge.</summary>
    public sealed record NudgeOpened(NudgeFacts Nudge) : JourneyEvent;

    /// <summary>The learner did what the nudge asked for.</summary>
    /// <param name="Nudge">Which.</param>
    /// <param name="Action">What was done, e.g. <c>log-evidence</c>.</param>
    public sealed record NudgeActedOn(NudgeFacts Nudge, string Action) : JourneyEvent;

    /// <summary>The learner put a nudge off.</summary>
    public sealed record NudgeSnoozed(NudgeFacts Nudge, DateTimeOffset Until) : JourneyEvent;

    /// <summary>The learner waved a nudge away.</summary>
    public sealed record NudgeDismissed(NudgeFacts Nudge) : JourneyEvent;

    /// <summary>A score reached the LMS; the tool acts. Progress words are those of AGS 2.0, 3.4.7 and 3.4.8.</summary>
    public sealed record GradeSent(Guid PostingId, string LineItem, double Given, double Maximum, string ActivityProgress, string GradingProgress) : JourneyEvent;
}

/// <summary>What is told about a nudge.</summary>
/// <param name="Id">The nudge.</param>
/// <param name="Name">Its neutral name.</param>
/// <param name="Channel">How it reaches the person.</param>
/// <param name="Step">1 for the first of the plan.</param>
/// <param name="Of">How many the plan has.</param>
public sealed record NudgeFacts(Guid Id, string Name, NudgeChannel Channel, int Step, int Of);
