namespace LearningBuddy.XApi.Lrs.Storage;

/// <summary>Cuts what was read into a page.</summary>
internal static class StatementPages
{
    /// <param name="read">In order, maybe one more than asked for.</param>
    /// <param name="query">What was asked.</param>
    /// <param name="consistentThrough">What the reader can vouch for.</param>
    public static StatementPage Cut(List<StoredStatement> read, StatementQuery query, DateTimeOffset consistentThrough)
    {
        if (read.Count <= query.Limit)
        {
            return new StatementPage(read, NextCursor: null, consistentThrough);
        }

        read.RemoveRange(query.Limit, read.Count - query.Limit);
        return new StatementPage(read, read[^1].Sequence, consistentThrough);
    }
}
