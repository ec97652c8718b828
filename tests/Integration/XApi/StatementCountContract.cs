using System.Text.Json.Nodes;
using LearningBuddy.XApi.Lrs;
using LearningBuddy.XApi.Lrs.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static LearningBuddy.Tests.Integration.XApi.LrsCalls;

namespace LearningBuddy.Tests.Integration.XApi;

public sealed class StatementCountOnSqliteTests(SqliteLrsFixture fixture) : StatementCountContract(fixture), IClassFixture<SqliteLrsFixture>;

public sealed class StatementCountOnPostgresTests(PostgresLrsFixture fixture) : StatementCountContract(fixture), IClassFixture<PostgresLrsFixture>;

/// <summary>Counting in the record store: the same statements that a page has, by verb and by when they happened.</summary>
public abstract class StatementCountContract(LrsFixture fixture)
{
    private EmbeddedLrs Lrs => fixture.Lrs.Services.GetRequiredService<EmbeddedLrs>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verbs_and_quarters_of_an_hour_are_counted_exactly()
    {
        var activity = UniqueIri();
        await PostAsync(
            One(activity, "did", "2026-03-01T10:00:00Z"),
            One(activity, "did", "2026-03-01T10:14:59.999Z"),
            One(activity, "did", "2026-03-01T12:15:00+02:00"),
            One(activity, "said", "1969-12-31T23:59:59Z"),
            One(UniqueIri(), "did", "2026-03-01T10:00:00Z"));

        var counts = await Lrs.CountAsync(Related(activity), Stop);

        Assert.Equal(
            [(-1L, 1L), (Quarter("2026-03-01T10:00:00Z"), 2L), (Quarter("2026-03-01T10:15:00Z"), 1L)],
            counts.OrderBy(count => count.Quarter).Select(count => (count.Quarter, count.Count)));
        Assert.Equal(2, counts.Select(count => count.Verb).Distinct().Count());
    }

    [Fact]
    public async Task A_statement_without_a_time_happened_when_it_was_stored()
    {
        var activity = UniqueIri();
        await PostAsync(Statement(null, About(activity)));

        var counted = Assert.Single(await Lrs.CountAsync(Related(activity), Stop));

        var stored = Assert.Single(await Lrs.ReadAsync([counted.Newest], Stop));
        Assert.Equal(QuarterHour.Of(stored.StoredAt), counted.Quarter);
    }

    [Fact]
    public async Task Voided_ones_and_those_found_twice_count_as_a_page_has_them()
    {
        var (activity, voided) = (UniqueIri(), Guid.NewGuid());
        var twice = One(activity, "did", "2026-03-01T10:00:00Z");
        twice["context"] = JsonNode.Parse($$$"""{"contextActivities":{"parent":[{"id":"{{{activity}}}"}]}}""");
        await PostAsync(twice, Statement(voided, About(activity)), Statement(null, Voids(voided)));

        var page = await Lrs.QueryAsync(Related(activity), Stop);

        Assert.Equal(page.Statements.Count, await TotalAsync(Related(activity)));
        Assert.Equal(2, page.Statements.Count);
    }

    [Theory]
    [InlineData("2026-03-01T10:00:00Z", "2026-03-01T10:15:00Z", 1)]
    [InlineData("2026-03-01T10:00:00Z", "2026-03-01T10:30:00Z", 2)]
    [InlineData("2026-03-01T10:15:00Z", null, 2)]
    [InlineData(null, "2026-03-01T10:15:00Z", 1)]
    [InlineData("2027-01-01T00:00:00Z", null, 0)]
    public async Task A_time_they_happened_in_narrows_page_and_count_alike(string? from, string? before, int expected)
    {
        var activity = UniqueIri();
        await PostAsync([.. new[] { "10:14:59Z", "10:15:00Z", "10:30:00Z" }.Select(time => One(activity, "did", "2026-03-01T" + time))]);

        var query = Related(activity) with { HappenedFrom = At(from), HappenedBefore = At(before) };

        Assert.Equal(expected, (await Lrs.QueryAsync(query, Stop)).Statements.Count);
        Assert.Equal(expected, await TotalAsync(query));
        Assert.Equal(expected, await TotalAsync(query.Matching(new StatementFilters { Verb = "http://x.example/verbs/did" }) with { Limit = 1, Cursor = 1 }));
        Assert.Equal(0, await TotalAsync(query.Matching(new StatementFilters { Verb = "http://x.example/verbs/never" })));
    }

    private async Task<long> TotalAsync(StatementQuery query) => (await Lrs.CountAsync(query, Stop)).Sum(count => count.Count);

    private Task PostAsync(params JsonObject[] statements) =>
        fixture.Lrs.Client.PostAsync(new JsonArray([.. statements])).ShouldBeAsync(System.Net.HttpStatusCode.OK);

    private static JsonObject One(string activity, string verb, string timestamp) => Statement(
        null, $$$"""{"object":{"id":"{{{activity}}}"},"verb":{"id":"http://x.example/verbs/{{{verb}}}"},"timestamp":"{{{timestamp}}}"}""");

    private static StatementQuery Related(string activity) =>
        new StatementQuery().Matching(new StatementFilters { Activity = activity, RelatedActivities = true });

    private static long Quarter(string moment) => QuarterHour.Of(At(moment)!.Value);

    private static DateTimeOffset? At(string? moment) =>
        moment is null ? null : DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}
