using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;
using static LearningBuddy.Tests.Integration.XApi.LrsCalls;

namespace LearningBuddy.Tests.Integration.XApi;

/// <summary>The view for dashboards.</summary>
public sealed class FlatViewTests(PostgresLrsFixture fixture) : IClassFixture<PostgresLrsFixture>
{
    [Fact]
    public async Task A_statement_is_one_row_with_what_dashboards_group_by()
    {
        var id = Guid.NewGuid();
        await fixture.Lrs.Client.PostAsync(Statement(id, """
            {"result":{"success":true,"score":{"scaled":0.75,"raw":3,"min":0,"max":4}},"timestamp":"2026-09-01T08:00:00.000Z",
             "verb":{"id":"http://x.example/v","display":{"de":"tat"}},
             "context":{"contextActivities":{"parent":{"id":"http://x.example/journey","definition":{"name":{"en":"Leading"}}}}}}
            """)).ShouldBeAsync(HttpStatusCode.OK);

        var row = await RowAsync(id);

        Assert.Equal("mailto:ann@school.example|tat|http://x.example/journey|Leading|True|0.75|3|2026-09-01 08", row);
    }

    [Theory]
    [InlineData("""{"result":{"response":"\u0000"}}""")]
    [InlineData("""{"result":{"score":{"raw":1e400}}}""")]
    [InlineData("""{"context":{"extensions":{"http://x.example/e":1e999999}}}""")]
    [InlineData("""{"verb":{"id":"http://x.example/v","display":{}}}""")]
    [InlineData("""{"timestamp":"2026-09-01T08:00:00+23:00"}""")]
    [InlineData("""{"actor":{"objectType":"Group","member":[]} }""")]
    [InlineData("""{"object":{"objectType":"SubStatement","actor":{"mbox":"mailto:a@b.example"},"verb":{"id":"http://x.example/v"},"object":{"id":"http://x.example/a"}}}""")]
    public async Task Nothing_that_was_stored_breaks_it(string more)
    {
        var statement = Statement();
        var parts = JsonNode.Parse(more)!.AsObject().Select(part => part.Key).ToHashSet();
        var body = "{" + string.Join(',', statement.Where(part => !parts.Contains(part.Key)).Select(part => $"\"{part.Key}\":{part.Value!.ToJsonString()}"))
            + "," + more.TrimStart('{');
        using var answer = await fixture.Lrs.Client.PostAsync("/xapi/v1/statements", Raw(body, "application/json"), TestContext.Current.CancellationToken);

        Assert.NotNull(await ScalarAsync("SELECT count(*) FROM (SELECT * FROM lrs_statement_flat OFFSET 0) every"));
        Assert.NotNull(await ScalarAsync("SELECT count(score_raw) + count(occurred_at) + count(verb) + count(journey_name) FROM lrs_statement_flat"));
    }

    private async Task<string?> RowAsync(Guid id) => (string?)await ScalarAsync(
        $"""
        SELECT concat_ws('|', actor, verb, journey_id, journey_name, CASE WHEN success THEN 'True' END, score_scaled, score_raw,
            to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24'))
        FROM lrs_statement_flat WHERE id = '{id}'
        """);

    private async Task<object?> ScalarAsync(string sql)
    {
        var connection = fixture.Lrs.Services.GetRequiredService<IConfiguration>().GetConnectionString("Database")!;
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
