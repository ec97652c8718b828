using System.Text.Json;
using System.Text.RegularExpressions;
using LearningBuddy.SampleData;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace LearningBuddy.Tests.Integration.XApi;

/// <summary>The sample that analysts try their dashboards on, in a record store.</summary>
public abstract class SampleDataContract(LrsFixture fixture)
{
    private protected static readonly string[] Options = ["--seed", "5", "--learners", "40", "--from", "2025-11-01", "--until", "2026-08-01"];

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2.0.0", "41")]
    [InlineData("1.0.3", "42")]
    public async Task It_arrives_as_a_whole_and_is_not_stored_twice(string version, string seed)
    {
        string[] options = ["--seed", seed, "--learners", "12", "--until", "2026-02-01", "--version", version, "--everything"];
        var made = (await RunAsync(options)).Output.TrimEnd('\n').Split('\n').Select(line => JsonElement.Parse(line)).ToList();
        var ids = made.ConvertAll(statement => statement.GetProperty("id").GetString()!);

        var first = await SendAsync("secret", options);
        var again = await SendAsync("secret", options);

        Assert.Equal((0, 0), (first.Code, again.Code));
        Assert.Contains($"Done: {ids.Count} are there, 0 were refused.", first.Error, StringComparison.Ordinal);
        var stored = (await fixture.Lrs.Client.AllIdsAsync("ascending=true&limit=500")).Where(ids.ToHashSet().Contains).ToList();
        Assert.Equal(ids, stored);
        await ShouldBeTheSameAsync(made[made.Count / 2]);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_with_what_to_do()
    {
        var (code, _, error) = await SendAsync("wrong", "--learners", "3");

        Assert.Equal(1, code);
        Assert.Contains("Stopped after 0 statements: ", error, StringComparison.Ordinal);
        Assert.Contains("the key or the secret is wrong. HTTP 401", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_form_of_a_sample_that_is_there_is_refused_and_told()
    {
        string[] options = ["--seed", "43", "--learners", "3", "--until", "2026-01-01"];
        await SendAsync("secret", options);

        var (code, _, error) = await SendAsync("secret", [.. options, "--version", "1.0.3"]);

        Assert.Equal(1, code);
        Assert.Contains("another statement has this id", error, StringComparison.Ordinal);
        Assert.DoesNotContain(", 0 were refused.", error, StringComparison.Ordinal);
    }

    private protected Task<(int Code, string Output, string Error)> SendAsync(string secret, params string[] options) =>
        RunAsync([.. options, "--to", new Uri(fixture.Lrs.Address, "/xapi/").AbsoluteUri, "--key", "key", "--secret", secret]);

    private protected static async Task<(int Code, string Output, string Error)> RunAsync(string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = await SampleProgram.RunAsync(args, output, error, TimeProvider.System, Stop);
        return (code, System.Text.Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private async Task ShouldBeTheSameAsync(JsonElement made)
    {
        var read = await fixture.Lrs.Client.GetJsonAsync("/xapi/statements?statementId=" + made.GetProperty("id").GetString());
        foreach (var part in new[] { "actor", "verb", "object", "context", "timestamp" })
        {
            Assert.True(JsonElement.DeepEquals(made.GetProperty(part), JsonElement.Parse(read[part]!.ToJsonString())), part);
        }
    }
}

public sealed class SqliteSampleDataTests(SqliteLrsFixture fixture) : SampleDataContract(fixture), IClassFixture<SqliteLrsFixture>;

public sealed partial class PostgresSampleDataTests(PostgresLrsFixture fixture) : SampleDataContract(fixture), IClassFixture<PostgresLrsFixture>
{
    [Fact]
    public async Task Every_query_of_the_page_on_dashboards_finds_something()
    {
        Assert.Equal(0, (await SendAsync("secret", Options)).Code);
        await using var source = NpgsqlDataSource.Create(fixture.Lrs.Services.GetRequiredService<IConfiguration>().GetConnectionString("Database")!);
        var journey = await FirstAsync(source, "SELECT min(journey_id) FROM lrs_statement_flat");

        var queries = Queries();

        Assert.True(queries.Count >= 8, "The page's queries are no longer found.");
        foreach (var query in queries)
        {
            var first = await FirstAsync(source, query.Replace(":journey", $"'{journey}'", StringComparison.Ordinal));
            Assert.True(first is not (null or DBNull), query);
        }
    }

    [Fact]
    public async Task The_view_loses_no_score_and_no_time()
    {
        string[] options = ["--seed", "6", "--learners", "20", "--until", "2026-04-01"];
        var made = (await RunAsync(options)).Output.TrimEnd('\n').Split('\n').Select(line => JsonElement.Parse(line)).ToList();
        Assert.Equal(0, (await SendAsync("secret", options)).Code);
        await using var source = NpgsqlDataSource.Create(fixture.Lrs.Services.GetRequiredService<IConfiguration>().GetConnectionString("Database")!);
        await using var command = source.CreateCommand("SELECT count(score_scaled), count(score_raw), count(occurred_at) FROM lrs_statement_flat WHERE id = ANY($1)");
        command.Parameters.AddWithValue(made.ConvertAll(statement => statement.GetProperty("id").GetGuid()));

        await using var row = await command.ExecuteReaderAsync(Stop);
        await row.ReadAsync(Stop);

        var scores = made.Count(statement => statement.TryGetProperty("result", out var result) && result.TryGetProperty("score", out _));
        Assert.Equal((scores, scores, made.Count), (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)));
    }

    private static async Task<object?> FirstAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Stop);
    }

    /// <summary>Statements of SQL blocks that begin with SELECT.</summary>
    private static List<string> Queries() =>
    [
        .. SqlBlock().Matches(File.ReadAllText(SolutionFolder.At("docs", "dashboards.md")))
            .SelectMany(block => block.Groups[1].Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(query => query.StartsWith("SELECT", StringComparison.Ordinal)),
    ];

    [GeneratedRegex("```sql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex SqlBlock();
}
