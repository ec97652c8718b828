namespace LearningBuddy.LtiTool.Data.Rows;

/// <summary>
/// How far a learner is with a behaviour: a projection of the events, so that pages about a group count rows and read nobody's evidence.
/// </summary>
public sealed class BehaviourStandingRow
{
    /// <summary>The participation.</summary>
    public Guid ParticipationId { get; set; }

    /// <summary>Key of the behaviour.</summary>
    public string BehaviourId { get; set; } = "";

    /// <summary>The journey.</summary>
    public Guid JourneyId { get; set; }

    /// <summary>Whether the learner practises it: false where they chose other sprints.</summary>
    public bool IsPractised { get; set; } = true;

    /// <summary>Pieces of evidence that wait for a review, at least 0.</summary>
    public int Waiting { get; set; }

    /// <summary>Pieces in which a facilitator confirmed it, at least 0.</summary>
    public int Confirmed { get; set; }

    /// <summary>When a facilitator first confirmed it, UTC, or null.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>Since when it is certified, UTC, or null.</summary>
    public DateTimeOffset? CertifiedAt { get; set; }

    /// <summary>Whether it is certified and the learner lets others see that they can help with it.</summary>
    public bool CanHelp { get; set; }
}
