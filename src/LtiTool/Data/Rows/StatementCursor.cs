namespace LearningBuddy.LtiTool.Data.Rows;

/// <summary>How far the statements of a record store were read.</summary>
public sealed class StatementCursor
{
    /// <summary>Keys of reading for another store begin with this; the others are of reading for evidence.</summary>
    public const string Forward = "forward:";

    /// <summary>What was read: the name of a record store, and for whom.</summary>
    public string Source { get; set; } = "";

    /// <summary>Sequence number in the embedded record store; 0 for others.</summary>
    public long Sequence { get; set; }

    /// <summary>The newest <c>stored</c> seen, UTC, for others; null before the first.</summary>
    public DateTimeOffset? StoredAt { get; set; }
}
