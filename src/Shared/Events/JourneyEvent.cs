namespace LearningBuddy.Shared.Events;

/// <summary>
/// Everything that can happen in a journey: a closed family, one nested record a case, grouped in files by theme.
/// Every outward message (statement, score, notification) is a projection of one of these.
/// </summary>
public abstract partial record JourneyEvent
{
    private JourneyEvent()
    {
    }

    /// <summary>A learner opened the journey for the first time.</summary>
    public sealed record JourneyStarted : JourneyEvent;

    /// <summary>A learner finished the journey.</summary>
    /// <param name="Success">Whether everything the policy asks for was certified.</param>
    /// <param name="Duration">From start to end.</param>
    public sealed record JourneyCompleted(bool Success, TimeSpan Duration) : JourneyEvent;

    /// <summary>A learner left the journey.</summary>
    public sealed record JourneyWithdrawn : JourneyEvent;

    /// <summary>A learner rated themselves on a behaviour.</summary>
    /// <param name="Behaviour">What was rated.</param>
    /// <param name="Points">The level chosen.</param>
    /// <param name="ScaleLabel">The words shown for that level.</param>
    public sealed record SelfAssessed(BehaviourRef Behaviour, Points Points, string ScaleLabel) : JourneyEvent;

    /// <summary>A learner chose a sprint.</summary>
    public sealed record SprintChosen(SprintRef Sprint) : JourneyEvent;

    /// <summary>A learner dropped a sprint chosen before.</summary>
    public sealed record SprintUnchosen(SprintRef Sprint) : JourneyEvent;

    /// <summary>A learner began a sprint.</summary>
    public sealed record SprintStarted(SprintRef Sprint) : JourneyEvent;

    /// <summary>A learner got further in a sprint.</summary>
    /// <param name="Sprint">Which.</param>
    /// <param name="Percent">0 to 100, both included.</param>
    public sealed record SprintProgressed(SprintRef Sprint, int Percent) : JourneyEvent;

    /// <summary>A learner finished a sprint.</summary>
    public sealed record SprintCompleted(SprintRef Sprint, TimeSpan Duration) : JourneyEvent;

    /// <summary>A learner asked for help with something.</summary>
    /// <param name="ActivityId">Where it was asked: a sprint's key or the id of a piece of evidence or a goal.</param>
    /// <param name="Name">Its neutral name.</param>
    public sealed record HelpAsked(string ActivityId, string Name) : JourneyEvent;

    /// <summary>Somebody asked a question.</summary>
    public sealed record QuestionAsked(Guid QuestionId) : JourneyEvent;

    /// <summary>Somebody answered a question.</summary>
    /// <param name="QuestionId">Which.</param>
    /// <param name="Answer">The answer; free text.</param>
    /// <param name="AskedEventId">The event of the asking.</param>
    public sealed record QuestionAnswered(Guid QuestionId, string Answer, Guid AskedEventId) : JourneyEvent;
}
