using System.Data.Common;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>A journey that a link was matched with.</summary>
/// <param name="Id">Which.</param>
/// <param name="IsSetUp">Whether it has its set-up.</param>
internal sealed record MatchedJourney(Guid Id, bool IsSetUp)
{
    /// <summary>Reads key and set-up, in that order.</summary>
    public static MatchedJourney Read(DbDataReader row) => new(row.GetGuid(0), row.GetBoolean(1));
}
