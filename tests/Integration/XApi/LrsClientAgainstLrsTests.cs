using System.Text;
using LearningBuddy.XApi.Client;
using LearningBuddy.XApi.Statements;
using Xunit;
using static LearningBuddy.Tests.Integration.XApi.LrsCalls;

namespace LearningBuddy.Tests.Integration.XApi;

public sealed class LrsClientAgainstSqliteLrsTests(SqliteLrsFixture fixture) : LrsClientAgainstLrsTests(fixture), IClassFixture<SqliteLrsFixture>;

public sealed class LrsClientAgainstPostgresLrsTests(PostgresLrsFixture fixture) : LrsClientAgainstLrsTests(fixture), IClassFixture<PostgresLrsFixture>;

/// <summary>Our client and our record store, over real HTTP, the same on both databases.</summary>
public abstract class LrsClientAgainstLrsTests(LrsFixture fixture)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Statements_are_sent_again_found_the_same_and_read_back()
    {
        using var http = new HttpClient();
        var client = new LrsClient(http, TimeProvider.System);
        var activity = UniqueIri();
        var statements = Enumerable.Range(0, 130).Select(_ => Guid.NewGuid())
            .Select(id => new FrozenStatement(id, Encoding.UTF8.GetBytes(Statement(id, About(activity)).ToJsonString())))
            .ToList();

        Assert.All(await client.SendAsync(Endpoint, statements, Stop), result => Assert.IsType<SendResult.Sent>(result));
        Assert.All(await client.SendAsync(Endpoint, statements, Stop), result => Assert.IsType<SendResult.Sent>(result));

        var read = new List<Guid>();
        await foreach (var statement in client.ReadAsync(Endpoint, new ReadQuestion(Since: null, Activity: activity), Stop))
        {
            read.Add(statement.Id);
        }

        Assert.Equal(statements.Select(statement => statement.Id), read);
    }

    [Fact]
    public async Task A_conflict_and_a_bad_statement_stand_alone()
    {
        using var http = new HttpClient();
        var client = new LrsClient(http, TimeProvider.System);
        var ids = Enumerable.Range(0, 10).Select(_ => Guid.NewGuid()).ToList();
        await client.SendAsync(Endpoint, [Frozen(ids[4], """{"verb":{"id":"http://x.example/other"}}""")], Stop);

        var results = await client.SendAsync(
            Endpoint, [.. ids.Select((id, index) => Frozen(id, index == 7 ? """{"verb":{}}""" : "{}"))], Stop);

        Assert.IsType<SendResult.Conflict>(results[4]);
        Assert.Contains("LRS-008", Assert.IsType<SendResult.Poison>(results[7]).Words, StringComparison.Ordinal);
        Assert.Equal(8, results.OfType<SendResult.Sent>().Count());
    }

    [Fact]
    public async Task The_record_store_is_found_and_tested()
    {
        using var http = new HttpClient();
        var client = new LrsClient(http, TimeProvider.System);

        var found = Assert.IsType<ProbeResult.Found>(await client.ProbeAsync(new Uri(fixture.Lrs.Address, "/xapi/statements").AbsoluteUri, Stop));

        Assert.Equal(XApiVersion.V200, found.Best);
        Assert.True((await client.TestAsync(Endpoint, Stop)).Works);
        Assert.Equal(TestAdvice.WrongKey, (await client.TestAsync(Endpoint with { Secret = "wrong" }, Stop)).Advice);
    }

    [Fact]
    public async Task A_connection_cut_after_storing_leads_to_one_statement()
    {
        await using var cutting = new AnswerEater(fixture.Lrs.Address);
        using var http = new HttpClient();
        var client = new LrsClient(http, TimeProvider.System);
        var activity = UniqueIri();
        var statement = Frozen(Guid.NewGuid(), About(activity));

        var first = await client.SendAsync(Endpoint with { Base = new Uri(cutting.Address, "/xapi/") }, [statement], Stop);
        var second = await client.SendAsync(Endpoint, [statement], Stop);

        Assert.IsType<SendResult.Retry>(first.Single());
        Assert.IsType<SendResult.Sent>(second.Single());
        Assert.Equal([statement.Id.ToString("D")], await fixture.Lrs.Client.AllIdsAsync($"activity={Escape(activity)}"));
    }

    private LrsEndpoint Endpoint => new(new Uri(fixture.Lrs.Address, "/xapi/"), XApiVersion.V200, "key", "secret");

    private static FrozenStatement Frozen(Guid id, string more) => new(id, Encoding.UTF8.GetBytes(Statement(id, more).ToJsonString()));
}
