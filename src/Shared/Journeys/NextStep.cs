using LearningBuddy.Shared.Events;

namespace LearningBuddy.Shared.Journeys;

/// <summary>One thing a learner can do now: a closed family; a new kind of step is a new case here and a folder of its own among the features.</summary>
public abstract record NextStep
{
    private NextStep()
    {
    }

    /// <summary>Begin the journey.</summary>
    public sealed record Start : NextStep;

    /// <summary>Choose a learning buddy.</summary>
    /// <param name="Again">True when somebody was asked before and did not become the buddy.</param>
    public sealed record InviteBuddy(bool Again) : NextStep;

    /// <summary>Apply a behaviour and write down what happened.</summary>
    public sealed record Practise(Behaviour Behaviour) : NextStep;

    /// <summary>Go on with a draft.</summary>
    public sealed record FinishDraft(EvidenceProgress Evidence) : NextStep;

    /// <summary>Go on with evidence that came back.</summary>
    public sealed record Rework(EvidenceProgress Evidence) : NextStep;

    /// <summary>Do the exercise of a nudge.</summary>
    public sealed record AnswerNudge(NudgeFacts Nudge) : NextStep;

    /// <summary>Everything is handed in; the facilitator reads it.</summary>
    public sealed record WaitForReview : NextStep;

    /// <summary>Everything is certified.</summary>
    public sealed record Finished : NextStep;
}
