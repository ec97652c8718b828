namespace LearningBuddy.LtiTool.Data.Rows;

/// <summary>Behaviours in competencies, kept in a course for the next journey that needs them.</summary>
public sealed class CompetencyModelRow
{
    /// <summary>Our own key.</summary>
    public Guid Id { get; set; }

    /// <summary>The registration.</summary>
    public Guid PlatformId { get; set; }

    /// <summary>The course, as the platform names it.</summary>
    public string ContextId { get; set; } = "";

    /// <summary>What it is called.</summary>
    public string Name { get; set; } = "";

    /// <summary>Competencies and behaviours, as JSON.</summary>
    public string Content { get; set; } = "";

    /// <summary>When it was kept last, UTC.</summary>
    public DateTimeOffset KeptAt { get; set; }
}
