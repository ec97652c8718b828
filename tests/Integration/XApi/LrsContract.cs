using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LearningBuddy.XApi.Lrs;
using LearningBuddy.XApi.Lrs.Access;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static LearningBuddy.Tests.Integration.XApi.LrsCalls;

namespace LearningBuddy.Tests.Integration.XApi;

/// <summary>What the conformance suites leave open, the same on both databases.</summary>
public abstract class LrsContract(LrsFixture fixture)
{
    private HttpClient Client => fixture.Lrs.Client;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_id_sent_at_the_same_time_is_stored_once()
    {
        var (id, activity) = (Guid.NewGuid(), UniqueIri());
        var statement = Statement(id, About(activity));

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Client.PostAsync(statement.DeepClone())));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal([id.ToString("D")], await Client.AllIdsAsync($"activity={Escape(activity)}"));
    }

    [Fact]
    public async Task Of_two_different_statements_with_one_id_one_wins()
    {
        var id = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            Client.PostAsync(Statement(id, About($"http://x.example/{number}")))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(19, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task A_batch_with_a_conflict_leaves_no_trace()
    {
        var (known, activity) = (Guid.NewGuid(), UniqueIri());
        await Client.PostAsync(Statement(known)).ShouldBeAsync(HttpStatusCode.OK);
        var batch = new JsonArray(
            Statement(null, About(activity)), Statement(known, """{"verb":{"id":"http://x.example/other"}}"""));

        await Client.PostAsync(batch).ShouldBeAsync(HttpStatusCode.Conflict, "LRS-123");

        Assert.Empty(await Client.AllIdsAsync($"activity={Escape(activity)}"));
    }

    [Fact]
    public async Task Deep_pages_stay_in_order_while_others_write()
    {
        const int Before = 4000, Batch = 200, Writers = 4, Meanwhile = 150;
        var activity = UniqueIri();
        JsonNode One() => Statement(null, About(activity));
        var before = new List<string>();
        for (var i = 0; i < Before / Batch; i++)
        {
            var batch = new JsonArray([.. Enumerable.Range(0, Batch).Select(_ => One())]);
            before.AddRange(batch.Select(statement => statement!["id"]!.GetValue<string>()));
            await Client.PostAsync(batch).ShouldBeAsync(HttpStatusCode.OK);
        }

        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(async _ =>
        {
            for (var i = 0; i < Meanwhile; i++)
            {
                await Client.PostAsync(One()).ShouldBeAsync(HttpStatusCode.OK);
            }
        }));
        var newestFirst = await Client.AllIdsAsync($"activity={Escape(activity)}&limit=37");
        var growing = await Client.AllIdsAsync($"activity={Escape(activity)}&limit=37&ascending=true");
        await writing;
        var oldestFirst = await Client.AllIdsAsync($"activity={Escape(activity)}&limit=37&ascending=true");

        Assert.Equal(before, growing[..Before]);
        Assert.Equal(growing, oldestFirst[..growing.Count]);
        before.Reverse();
        Assert.Equal(before, newestFirst[^Before..]);
        Assert.Distinct(newestFirst);
        Assert.Equal(Before + (Writers * Meanwhile), oldestFirst.Count);
        Assert.Distinct(oldestFirst);
    }

    [Fact]
    public async Task What_was_answered_can_be_read_and_the_header_is_true()
    {
        for (var i = 0; i < 30; i++)
        {
            var statement = Statement();
            using var posted = await Client.PostAsync(statement);
            var read = await Client.GetJsonAsync($"/xapi/statements?statementId={statement["id"]}");
            var through = DateTimeOffset.Parse(posted.Headers.GetValues("X-Experience-API-Consistent-Through").Single(), null);
            Assert.True(DateTimeOffset.Parse(read["stored"]!.GetValue<string>(), null) <= through);
        }
    }

    [Fact]
    public async Task What_the_header_vouches_for_is_complete_under_load()
    {
        var activity = UniqueIri();
        var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            for (var i = 0; i < 25; i++)
            {
                await Client.PostAsync(Statement(null, About(activity))).ShouldBeAsync(HttpStatusCode.OK);
            }
        }));
        var vouched = new List<(string Query, int Count)>();
        while (!writing.IsCompleted)
        {
            using var page = await Client.GetAsync("/xapi/statements?limit=1", Stop);
            var through = DateTimeOffset.Parse(page.Headers.GetValues("X-Experience-API-Consistent-Through").Single(), null);
            var query = $"activity={Escape(activity)}&until={Escape(through.AddMilliseconds(-1).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null))}";
            vouched.Add((query, (await Client.AllIdsAsync(query)).Count));
        }

        await writing;

        foreach (var (query, count) in vouched)
        {
            Assert.Equal(count, (await Client.AllIdsAsync(query)).Count);
        }
    }

    [Fact]
    public async Task Merges_at_the_same_time_lose_nothing()
    {
        var path = $"/xapi/activities/profile?profileId=p&activityId={Escape(UniqueIri())}";

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(number =>
            Client.PostAsync(path, JsonContent.Create(new JsonObject { [$"k{Number(number)}"] = number }), Stop)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode));
        Assert.Equal(100, (await Client.GetJsonAsync(path)).Count);
    }

    [Fact]
    public async Task Of_two_changes_that_saw_the_same_document_one_wins()
    {
        var path = $"/xapi/activities/state?stateId=s&activityId={Escape(UniqueIri())}&agent={Agent("a@b.example")}";
        await Client.PostAsync(path, JsonContent.Create(new { a = 1 }), Stop).ShouldBeAsync(HttpStatusCode.NoContent);
        using var read = await Client.GetAsync(path, Stop);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(number =>
        {
            var put = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(new { a = number + 2 }) };
            put.Headers.IfMatch.Add(read.Headers.ETag!);
            return Client.SendAsync(put, Stop);
        }));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
        Assert.Equal(9, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
    }

    [Theory]
    [InlineData("0,1,2")]
    [InlineData("2,1,0")]
    [InlineData("1,0,2")]
    [InlineData("2,0,1")]
    public async Task A_chain_of_references_is_found_by_its_end_in_whatever_order_it_came(string order)
    {
        var (activity, ids) = (UniqueIri(), new[] { Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid() });
        JsonObject[] statements =
        [
            Statement(ids[0], About(activity)),
            Statement(ids[1], RefersTo(ids[0])),
            Statement(ids[2], RefersTo(ids[1])),
        ];
        foreach (var index in order.Split(','))
        {
            await Client.PostAsync(statements[index[0] - '0']).ShouldBeAsync(HttpStatusCode.OK);
        }

        var found = await Client.AllIdsAsync($"activity={Escape(activity)}");

        Assert.Equal(ids.Select(id => id.ToString("D")).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_ring_of_references_does_no_harm()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        var batch = new JsonArray(
            Statement(one, RefersTo(other)),
            Statement(other, RefersTo(one)));

        await Client.PostAsync(batch).ShouldBeAsync(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Voiding_hides_whichever_came_first(bool targetFirst)
    {
        var (target, activity) = (Guid.NewGuid(), UniqueIri());
        JsonObject[] statements =
        [
            Statement(target, About(activity)),
            Statement(null, Voids(target)),
        ];
        foreach (var statement in targetFirst ? statements : statements.Reverse())
        {
            await Client.PostAsync(statement).ShouldBeAsync(HttpStatusCode.OK);
        }

        await Client.GetAsync($"/xapi/statements?statementId={target}", Stop).ShouldBeAsync(HttpStatusCode.NotFound);
        Assert.Equal(target.ToString("D"), (await Client.GetJsonAsync($"/xapi/statements?voidedStatementId={target}"))["id"]!.GetValue<string>());
        Assert.Equal([statements[1]["id"]!.GetValue<string>()], await Client.AllIdsAsync($"activity={Escape(activity)}"));
    }

    [Fact]
    public async Task Voiding_a_voiding_statement_changes_nothing()
    {
        var (target, voiding) = (Guid.NewGuid(), Guid.NewGuid());
        await Client.PostAsync(Statement(target)).ShouldBeAsync(HttpStatusCode.OK);
        await Client.PostAsync(Statement(voiding, Voids(target))).ShouldBeAsync(HttpStatusCode.OK);
        await Client.PostAsync(Statement(null, Voids(voiding))).ShouldBeAsync(HttpStatusCode.OK);

        await Client.GetAsync($"/xapi/statements?statementId={voiding}", Stop).ShouldBeAsync(HttpStatusCode.OK);
        await Client.GetAsync($"/xapi/statements?statementId={target}", Stop).ShouldBeAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Since_and_until_keep_the_millisecond()
    {
        var activity = UniqueIri();
        var first = Statement(null, About(activity));
        await Client.PostAsync(first).ShouldBeAsync(HttpStatusCode.OK);
        var stored = (await Client.GetJsonAsync($"/xapi/statements?statementId={first["id"]}"))["stored"]!.GetValue<string>();

        Assert.Empty(await Client.AllIdsAsync($"activity={Escape(activity)}&since={Escape(stored)}"));
        Assert.Single(await Client.AllIdsAsync($"activity={Escape(activity)}&until={Escape(stored)}"));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", stored);
    }

    [Fact]
    public async Task A_credential_that_was_made_works_until_it_is_revoked()
    {
        var credentials = fixture.Lrs.Services.GetRequiredService<ILrsCredentials>();
        var made = await credentials.CreateAsync("a course of ours", LrsScopes.StatementsWrite | LrsScopes.StatementsReadMine, Stop);
        using var client = fixture.Lrs.ClientOf(made.Key, made.Secret);
        using var wrong = fixture.Lrs.ClientOf(made.Key, made.Secret + "x");
        var (mine, activity) = (Guid.NewGuid(), UniqueIri());
        await client.PostAsync(Statement(mine, About(activity))).ShouldBeAsync(HttpStatusCode.OK);
        await Client.PostAsync(Statement(null, About(activity))).ShouldBeAsync(HttpStatusCode.OK);

        Assert.Equal([mine.ToString("D")], await client.AllIdsAsync($"activity={Escape(activity)}"));
        Assert.Contains(mine.ToString("D"), await client.AllIdsAsync(""));
        await wrong.PostAsync(Statement()).ShouldBeAsync(HttpStatusCode.Unauthorized);
        Assert.Contains(await credentials.ListAsync(Stop), row => row.Key == made.Key && row.RevokedAt is null);

        Assert.True(await credentials.RevokeAsync(made.Key, Stop));
        await client.PostAsync(Statement()).ShouldBeAsync(HttpStatusCode.Unauthorized);
        Assert.False(await credentials.RevokeAsync(made.Key, Stop));
    }

    [Fact]
    public async Task The_tool_reads_on_where_it_stopped()
    {
        var lrs = fixture.Lrs.Services.GetRequiredService<EmbeddedLrs>();
        await Client.PostAsync(Statement()).ShouldBeAsync(HttpStatusCode.OK);
        var last = (await lrs.ReadAfterAsync(0, int.MaxValue, Stop))[^1].Sequence;
        var ids = new[] { Guid.NewGuid(), Guid.NewGuid() };
        await Client.PostAsync(new JsonArray([.. ids.Select(id => (JsonNode)Statement(id))])).ShouldBeAsync(HttpStatusCode.OK);

        var next = await lrs.ReadAfterAsync(last, 10, Stop);

        Assert.Equal(ids, next.Select(statement => statement.Id).Where(ids.Contains));
    }
}

/// <summary>A record store for all tests of a class.</summary>
public abstract class LrsFixture(Func<Task<LrsHost>> start) : IAsyncLifetime
{
    private LrsHost? host;

    /// <value>The record store.</value>
    public LrsHost Lrs => host ?? throw new InvalidOperationException("The record store did not start.");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => host = await start();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}

public sealed class SqliteLrsFixture() : LrsFixture(() => LrsHost.OnSqliteAsync());

public sealed class PostgresLrsFixture() : LrsFixture(() => LrsHost.OnPostgresAsync());

public sealed class SqliteLrsTests(SqliteLrsFixture fixture) : LrsContract(fixture), IClassFixture<SqliteLrsFixture>;

public sealed class PostgresLrsTests(PostgresLrsFixture fixture) : LrsContract(fixture), IClassFixture<PostgresLrsFixture>;
