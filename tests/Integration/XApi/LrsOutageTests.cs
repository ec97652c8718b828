using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;
using static LearningBuddy.Tests.Integration.XApi.LrsCalls;

namespace LearningBuddy.Tests.Integration.XApi;

/// <summary>PostgreSQL drops every connection of the record store, as it does when it is restarted.</summary>
public sealed class LrsOutageTests(PostgresLrsFixture fixture) : IClassFixture<PostgresLrsFixture>
{
    private HttpClient Client => fixture.Lrs.Client;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_next_statement_is_stored_on_a_new_connection()
    {
        await Client.PostAsync(Statement()).ShouldBeAsync(HttpStatusCode.OK);
        await CutAsync();

        await Client.PostAsync(Statement()).ShouldBeAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_was_acknowledged_under_load_is_there_and_the_rest_is_told_to_come_again()
    {
        var acknowledged = new ConcurrentBag<string>();
        var activity = UniqueIri();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => WriteAsync(activity, acknowledged, end.Token)));
        for (var cut = 1; cut <= 8; cut++)
        {
            var before = acknowledged.Count;
            await CutAsync();
            while (acknowledged.Count < before + 20)
            {
                Assert.False(writing.IsFaulted, writing.Exception?.Message);
                await Task.Yield();
            }
        }

        await end.CancelAsync();
        await writing;

        Assert.Empty(acknowledged.Except(await Client.AllIdsAsync($"activity={Escape(activity)}")));
    }

    [Fact]
    public async Task A_reader_is_told_to_come_again_and_then_served()
    {
        await Client.GetJsonAsync("/xapi/statements?limit=1");
        await CutAsync();

        using var first = await Client.GetAsync("/xapi/statements?limit=1", Stop);
        if (first.StatusCode != HttpStatusCode.OK)
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, first.StatusCode);
            Assert.NotNull(first.Headers.RetryAfter);
            Assert.StartsWith("LRS-180", await first.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }

        await Client.GetJsonAsync("/xapi/statements?limit=1");
    }

    private async Task WriteAsync(string activity, ConcurrentBag<string> acknowledged, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var statement = Statement(null, About(activity));
            using var answer = await Client.PostAsync(statement);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Stop)}");
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                acknowledged.Add(statement["id"]!.GetValue<string>());
            }
        }
    }

    /// <summary>Ends all connections to this test's own database but the one that asks for it.</summary>
    private async Task CutAsync()
    {
        await using var source = NpgsqlDataSource.Create(fixture.Lrs.Services.GetRequiredKeyedService<NpgsqlDataSource>("lrs").ConnectionString + ";Pooling=false");
        await using var command = source.CreateCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        await command.ExecuteNonQueryAsync(Stop);
    }
}
