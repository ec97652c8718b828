using System.Globalization;
using System.Text;

namespace LearningBuddy.XApi.Lrs.Storage;

/// <summary>
/// Writes a question as SQL that both databases read. The page is found by sequence numbers alone, in the narrow index of terms,
/// each branch cut at the page's length; only then are the statements themselves fetched. Counts are found in the same index and the narrow
/// table of facts beside it: no statement is fetched for them.
/// </summary>
internal sealed class StatementSql
{
    private readonly StatementQuery query;
    private readonly StringBuilder sql = new();
    private readonly List<(string Name, long Value)> parameters = [];

    private readonly bool isPage;

    private StatementSql(StatementQuery query, bool isPage) => (this.query, this.isPage) = (query, isPage);

    /// <value>The text.</value>
    public string Text => sql.ToString();

    /// <value>Parameters, named <c>@p0</c>, <c>@p1</c>…</value>
    public IReadOnlyList<(string Name, long Value)> Parameters => parameters;

    /// <summary>Asks for one statement more than the page holds, so that its end is known.</summary>
    public static StatementSql Page(StatementQuery query)
    {
        var page = new StatementSql(query, isPage: true);
        page.sql.Append("SELECT s.seq, s.id, s.stored, s.payload FROM (");
        page.WriteMatches();
        page.sql.Append(
            CultureInfo.InvariantCulture,
            $") m JOIN lrs_statement s ON s.seq = m.seq ORDER BY s.seq {page.Direction} LIMIT {query.Limit + 1}");
        return page;
    }

    /// <summary>Counts all that fit: verb, quarter of an hour, how many, the newest.</summary>
    public static StatementSql Counts(StatementQuery query)
    {
        var counts = new StatementSql(query, isPage: false);
        counts.sql.Append("SELECT f.verb, f.quarter, COUNT(*), MAX(f.seq) FROM (");
        counts.WriteMatches();
        counts.sql.Append(") m JOIN lrs_fact f ON f.seq = m.seq GROUP BY f.verb, f.quarter");
        return counts;
    }

    private string Direction => query.Ascending ? "ASC" : "DESC";

    private void WriteMatches()
    {
        var terms = Drivers();
        if (terms.Count == 0)
        {
            sql.Append("SELECT k.seq FROM lrs_fact k WHERE 1 = 1");
            WriteConditions();
        }

        for (var i = 0; i < terms.Count; i++)
        {
            sql.Append(i == 0 ? "SELECT seq FROM (" : " UNION SELECT seq FROM (");
            sql.Append(CultureInfo.InvariantCulture, $"SELECT k.seq FROM lrs_term k WHERE k.term = {Parameter(terms[i])}");
            WriteConditions();
            sql.Append(CultureInfo.InvariantCulture, $") b{i}");
        }
    }

    /// <summary>The terms that lead the search: those of the first filter. The authority leads where nothing else does.</summary>
    private IReadOnlyList<long> Drivers() => query.Terms.Count > 0 ? query.Terms[0] : query.Authority is { } authority ? [authority] : [];

    private void WriteConditions()
    {
        if (isPage && query.Cursor is { } cursor)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND k.seq {(query.Ascending ? '>' : '<')} {Parameter(cursor)}");
        }

        if (query.Since is { } since)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND k.seq > {LastUpTo(since)}");
        }

        if (query.Until is { } until)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND k.seq <= {LastUpTo(until)}");
        }

        WriteQuarters();
        foreach (var filter in query.Terms.Skip(1))
        {
            var alternatives = string.Join(", ", filter.Select(Parameter));
            sql.Append(
                CultureInfo.InvariantCulture, $" AND EXISTS (SELECT 1 FROM lrs_term x WHERE x.term IN ({alternatives}) AND x.seq = k.seq)");
        }

        if (query.Authority is { } authority)
        {
            sql.Append(CultureInfo.InvariantCulture,
                $" AND EXISTS (SELECT 1 FROM lrs_statement a WHERE a.seq = k.seq AND a.authority = {Parameter(authority)})");
        }

        sql.Append(" AND NOT EXISTS (SELECT 1 FROM lrs_voided v WHERE v.seq = k.seq)");
        if (isPage)
        {
            sql.Append(CultureInfo.InvariantCulture, $" ORDER BY k.seq {Direction} LIMIT {query.Limit + 1}");
        }
    }

    private void WriteQuarters()
    {
        if (query.HappenedFrom is null && query.HappenedBefore is null)
        {
            return;
        }

        sql.Append(" AND EXISTS (SELECT 1 FROM lrs_fact h WHERE h.seq = k.seq");
        if (query.HappenedFrom is { } from)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND h.quarter >= {Parameter(QuarterHour.Of(from))}");
        }

        if (query.HappenedBefore is { } before)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND h.quarter < {Parameter(QuarterHour.Of(before))}");
        }

        sql.Append(')');
    }

    /// <summary>Sequence numbers and times of storing grow together, so a time is a place among the numbers.</summary>
    private string LastUpTo(DateTimeOffset moment) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        COALESCE((
            SELECT t.seq FROM lrs_statement t WHERE t.stored <= {Parameter(Floor(moment))} ORDER BY t.stored DESC, t.seq DESC LIMIT 1), 0)
        """);

    /// <summary>
    /// Stored times are whole milliseconds: what is after a moment is after its millisecond, what is up to it is up to that.
    /// </summary>
    private static long Floor(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    private string Parameter(long value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"@p{parameters.Count}");
        parameters.Add((name, value));
        return name;
    }
}
