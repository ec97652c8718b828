using System.Globalization;
using System.Text;

namespace LearningBuddy.XApi.Lrs.Storage;

/// <summary>
/// Writes a question as SQL that both databases read. The page is found by sequence numbers alone, in the narrow index of terms,
/// each branch cut at the page's length; only then are the statements themselves fetched.
/// </summary>
internal sealed class StatementSql
{
    private readonly StatementQuery query;
    private readonly StringBuilder sql = new();
    private readonly List<(string Name, long Value)> parameters = [];

    private StatementSql(StatementQuery query) => this.query = query;

    /// <value>The text.</value>
    public string Text => sql.ToString();

    /// <value>Parameters, named <c>@p0</c>, <c>@p1</c>…</value>
    public IReadOnlyList<(string Name, long Value)> Parameters => parameters;

    /// <summary>Asks for one statement more than the page holds, so that its end is known.</summary>
    public static StatementSql Page(StatementQuery query)
    {
        var page = new StatementSql(query);
        page.Write();
        return page;
    }

    private string Direction => query.Ascending ? "ASC" : "DESC";

    private void Write()
    {
        sql.Append("SELECT s.seq, s.id, s.stored, s.payload FROM (");
        var terms = Drivers();
        if (terms.Count == 0)
        {
            sql.Append("SELECT k.seq FROM lrs_statement k WHERE 1 = 1");
            WriteConditions();
        }
        else
        {
            for (var i = 0; i < terms.Count; i++)
            {
                sql.Append(i == 0 ? "SELECT seq FROM (" : " UNION SELECT seq FROM (");
                sql.Append(CultureInfo.InvariantCulture, $"SELECT k.seq FROM lrs_term k WHERE k.term = {Parameter(terms[i])}");
                WriteConditions();
                sql.Append(CultureInfo.InvariantCulture, $") b{i}");
            }
        }

        sql.Append(CultureInfo.InvariantCulture, $") f JOIN lrs_statement s ON s.seq = f.seq ORDER BY s.seq {Direction} LIMIT {query.Limit + 1}");
    }

    /// <summary>The terms that lead the search: those of the first filter. The authority leads where nothing else does.</summary>
    private IReadOnlyList<long> Drivers() => query.Terms.Count > 0 ? query.Terms[0] : query.Authority is { } authority ? [authority] : [];

    private void WriteConditions()
    {
        if (query.Cursor is { } cursor)
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

        foreach (var filter in query.Terms.Skip(1))
        {
            var alternatives = string.Join(", ", filter.Select(Parameter));
            sql.Append(CultureInfo.InvariantCulture, $" AND EXISTS (SELECT 1 FROM lrs_term x WHERE x.term IN ({alternatives}) AND x.seq = k.seq)");
        }

        if (query.Authority is { } authority)
        {
            sql.Append(CultureInfo.InvariantCulture,
                $" AND EXISTS (SELECT 1 FROM lrs_statement a WHERE a.seq = k.seq AND a.authority = {Parameter(authority)})");
        }

        sql.Append(CultureInfo.InvariantCulture,
            $" AND NOT EXISTS (SELECT 1 FROM lrs_voided v WHERE v.seq = k.seq) ORDER BY k.seq {Direction} LIMIT {query.Limit + 1}");
    }

    /// <summary>Sequence numbers and times of storing grow together, so a time is a place among the numbers.</summary>
    private string LastUpTo(DateTimeOffset moment) => string.Create(
        CultureInfo.InvariantCulture,
        $"COALESCE((SELECT t.seq FROM lrs_statement t WHERE t.stored <= {Parameter(Floor(moment))} ORDER BY t.stored DESC, t.seq DESC LIMIT 1), 0)");

    /// <summary>Stored times are whole milliseconds: what is after a moment is after its millisecond, what is up to it is up to that.</summary>
    private static long Floor(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    private string Parameter(long value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"@p{parameters.Count}");
        parameters.Add((name, value));
        return name;
    }
}
