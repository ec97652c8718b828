using LearningBuddy.Shared.Practice;

namespace LearningBuddy.LtiTool.Data.Rows;

/// <summary>A review being written: kept while it is typed, and over a failed try.</summary>
public sealed class ReviewDraftRow
{
    /// <summary>The piece of evidence.</summary>
    public Guid EvidenceId { get; set; }

    /// <summary>Who writes.</summary>
    public Guid ReviewerId { get; set; }

    /// <summary>What was typed so far.</summary>
    public ReviewText Text { get; set; } = null!;

    /// <summary>Counts its saves: one that builds on an older version is noticed.</summary>
    public int Number { get; set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset SavedAt { get; set; }
}
