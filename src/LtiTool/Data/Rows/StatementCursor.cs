namespace LearningBuddy.LtiTool.Data.Rows;

/// <summary>How far the statements of a record store were read.</summary>
public sealed class StatementCursor
{
    /// <summary>Name of the record store.</summary>
    public string Source { get; set; } = "";

    /// <summary>Sequence number in the embedded record store; 0 for others.</summary>
    public long Sequence { get; set; }

    /// <summary>The newest <c>stored</c> seen, UTC, for others; null before the first.</summary>
    public DateTimeOffset? StoredAt { get; set; }
}
