using System.Data.Common;
using System.Text.RegularExpressions;
using LearningBuddy.XApi.Lrs.Intake;
using LearningBuddy.XApi.Lrs.Storage;
using LearningBuddy.XApi.Lrs.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace LearningBuddy.Tests.Integration.XApi;

/// <summary>
/// How the databases find the statements of one journey among those of 2,000: in the indexes. Fails when a change of the schema or of the
/// questions makes them read a table through.
/// </summary>
public sealed class StatementPlanTests
{
    private const int Statements = 200_000;
    private const int Journeys = 2000;
    private const string Journey = "http://x.example/journeys/7";
    private const string Verb = "http://x.example/verbs/3";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly string[] Questions = ["a page", "a page of a verb", "a page of a day", "counts", "counts of a verb", "counts of a day"];

    [Fact]
    public async Task SQLite_searches_and_never_scans()
    {
        await using var lrs = await LrsHost.OnSqliteAsync();
        await using var connection = lrs.Services.GetRequiredService<SqliteDatabase>().OpenForReading();
        foreach (var sql in SqliteRows())
        {
            await RunAsync(connection, sql);
        }

        foreach (var question in Questions)
        {
            var plan = await PlanAsync(connection, "EXPLAIN QUERY PLAN ", Sql(question), column: 3);

            var fetched = question.StartsWith('c') ? "SEARCH f USING INTEGER PRIMARY KEY" : "SEARCH s USING INTEGER PRIMARY KEY";
            Assert.Contains(plan, line => line.StartsWith("SEARCH k USING PRIMARY KEY (term=?", StringComparison.Ordinal));
            Assert.Contains(plan, line => line.StartsWith(fetched, StringComparison.Ordinal));
            Assert.DoesNotContain(plan, line => line.StartsWith("SCAN", StringComparison.Ordinal) && !IsDerived(line));
        }
    }

    [Fact]
    public async Task PostgreSQL_uses_the_indexes()
    {
        await using var lrs = await LrsHost.OnPostgresAsync();
        var source = lrs.Services.GetRequiredKeyedService<NpgsqlDataSource>("lrs");
        await using var connection = await source.OpenConnectionAsync(Stop);
        foreach (var sql in PostgresRows())
        {
            await RunAsync(connection, sql);
        }

        foreach (var question in Questions)
        {
            var plan = await PlanAsync(connection, "EXPLAIN ", Sql(question), column: 0);

            var fetched = question.StartsWith('c') ? "using lrs_fact_pkey" : "using lrs_statement_pkey";
            Assert.Contains(plan, line => Regex.IsMatch(line, "(on|using) lrs_term_pkey"));
            Assert.Contains(plan, line => line.Contains(fetched, StringComparison.Ordinal));
            Assert.DoesNotContain(plan, line => Regex.IsMatch(line, "Seq Scan on lrs_(term|fact|statement)"));
        }
    }

    private static StatementSql Sql(string question)
    {
        var query = new StatementQuery { Limit = 50 }.Matching(new StatementFilters { Activity = Journey, RelatedActivities = true });
        query = question.EndsWith("verb", StringComparison.Ordinal) ? query.Matching(new StatementFilters { Verb = Verb }) : query;
        query = question.EndsWith("day", StringComparison.Ordinal)
            ? query with { HappenedFrom = QuarterHour.Start(1000), HappenedBefore = QuarterHour.Start(1096) }
            : query;
        return question.StartsWith('c') ? StatementSql.Counts(query) : StatementSql.Page(query);
    }

    /// <summary>
    /// The rows that so many stored statements would leave, written at once: each of one journey as parent and of one of ten verbs. The terms
    /// that are asked for are true ones; for the others any number does.
    /// </summary>
    private static IEnumerable<string> Rows() =>
    [
        "INSERT INTO lrs_fact (seq, verb, quarter) SELECT n, n % 10, n / 100 FROM numbers",
        $"INSERT INTO lrs_term (term, seq) SELECT {Term.RelatedActivity(Journey)}, n FROM numbers WHERE n % {Journeys} = 7",
        $"INSERT INTO lrs_term (term, seq) SELECT 1000 + n % {Journeys}, n FROM numbers WHERE n % {Journeys} <> 7",
        $"INSERT INTO lrs_term (term, seq) SELECT {Term.Verb(Verb)}, n FROM numbers WHERE n % 10 = 3",
        "INSERT INTO lrs_term (term, seq) SELECT n % 10, n FROM numbers WHERE n % 10 <> 3",
        "ANALYZE",
    ];

    private static IEnumerable<string> SqliteRows() =>
    [
        "BEGIN",
        $"""
        CREATE TEMP TABLE numbers AS
        WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {Statements}) SELECT n FROM c
        """,
        "INSERT INTO lrs_statement (seq, id, stored, authority, payload) SELECT n, randomblob(16), n, 0, '{}' FROM numbers",
        .. Rows(),
        "COMMIT",
    ];

    private static IEnumerable<string> PostgresRows() =>
    [
        $"CREATE TEMP TABLE numbers AS SELECT n FROM generate_series(1, {Statements}) AS s (n)",
        "INSERT INTO lrs_statement (seq, id, stored, authority, payload) SELECT n, gen_random_uuid(), n, 0, '{}' FROM numbers",
        .. Rows(),
    ];

    /// <summary>Rows that the question itself made.</summary>
    private static bool IsDerived(string line) => Regex.IsMatch(line, @"^SCAN (m|b\d|\(|CONSTANT ROW)");

    private static async Task<List<string>> PlanAsync(DbConnection connection, string explain, StatementSql sql, int column)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = explain + sql.Text;
        foreach (var (name, value) in sql.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(Stop);
        var lines = new List<string>();
        while (await reader.ReadAsync(Stop))
        {
            lines.Add(reader.GetString(column));
        }

        return lines;
    }

    private static async Task RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Stop);
    }
}
