namespace LearningBuddy.LtiTool.Data.Rows;

/// <summary>A learner chose a sprint: a projection of the events, for what a group sees together.</summary>
public sealed class SprintChoiceRow
{
    /// <summary>The participation.</summary>
    public Guid ParticipationId { get; set; }

    /// <summary>Key of the sprint.</summary>
    public string SprintId { get; set; } = "";

    /// <summary>The journey.</summary>
    public Guid JourneyId { get; set; }

    /// <summary>When it was chosen, UTC.</summary>
    public DateTimeOffset ChosenAt { get; set; }
}
