namespace LearningBuddy.XApi.Lrs.Storage;

/// <summary>Which statements are asked for (2.1.3 of 1.0.3, 4.1.6.1 of 2.0). Voided ones are never among them.</summary>
public sealed record StatementQuery
{
    /// <value>What a statement must be found by: one of each list. See <see cref="StatementFilters"/>.</value>
    internal IReadOnlyList<IReadOnlyList<long>> Terms { get; init; } = [];

    /// <value>Only statements of this authority; for credentials that may read their own only.</value>
    internal long? Authority { get; init; }

    /// <value>Stored after this moment; exclusive.</value>
    public DateTimeOffset? Since { get; init; }

    /// <value>Stored up to this moment; inclusive.</value>
    public DateTimeOffset? Until { get; init; }

    /// <value>Happened (<c>timestamp</c>) in the quarter of an hour that this moment is in, or later.</value>
    public DateTimeOffset? HappenedFrom { get; init; }

    /// <value>Happened before the quarter of an hour that this moment is in.</value>
    public DateTimeOffset? HappenedBefore { get; init; }

    /// <value>Oldest first; otherwise newest first.</value>
    public bool Ascending { get; init; }

    /// <value>At most so many, at least 1.</value>
    public int Limit { get; init; } = 100;

    /// <value>Go on after this sequence number (before it, if newest come first); null for the first page.</value>
    public long? Cursor { get; init; }

    /// <summary>The same question with filters by person, verb, activity and registration.</summary>
    /// <param name="filters">At least one value in each list; lists are joined by "and".</param>
    public StatementQuery Matching(StatementFilters filters)
    {
        ArgumentNullException.ThrowIfNull(filters);
        return this with { Terms = [.. Terms, .. filters.ToTerms()] };
    }

    /// <summary>The same question about statements that fit one filter or the other, each with one value alone.</summary>
    public StatementQuery MatchingEither(StatementFilters one, StatementFilters other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return this with { Terms = [.. Terms, [.. one.ToTerms().Single(), .. other.ToTerms().Single()]] };
    }
}

/// <summary>A statement as it was stored.</summary>
/// <param name="Sequence">Grows with every statement; gaps are possible, a lower one never appears later.</param>
/// <param name="Id">Its id.</param>
/// <param name="StoredAt">When it was stored, UTC, to the millisecond; never before that of a lower sequence.</param>
/// <param name="Payload">UTF-8 JSON.</param>
public sealed record StoredStatement(long Sequence, Guid Id, DateTimeOffset StoredAt, ReadOnlyMemory<byte> Payload);

/// <summary>One page of an answer.</summary>
/// <param name="Statements">In the order asked for.</param>
/// <param name="NextCursor">Where the next page goes on, or null at the end.</param>
/// <param name="ConsistentThrough">Everything stored before this moment was seen by the query.</param>
public sealed record StatementPage(IReadOnlyList<StoredStatement> Statements, long? NextCursor, DateTimeOffset ConsistentThrough);
