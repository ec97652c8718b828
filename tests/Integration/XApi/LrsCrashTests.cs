using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using LearningBuddy.Tests.Integration.Journey.Kit;
using LearningBuddy.Tests.Integration.Nodes;
using LearningBuddy.XApi.Lrs;
using LearningBuddy.XApi.Lrs.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static LearningBuddy.Tests.Integration.XApi.LrsCalls;

namespace LearningBuddy.Tests.Integration.XApi;

public sealed class LrsCrashOnSqliteTests() : LrsCrashTests(onPostgres: false);

public sealed class LrsCrashOnPostgresTests() : LrsCrashTests(onPostgres: true);

/// <summary>The tool as a real process, killed in the middle of its work.</summary>
public abstract class LrsCrashTests(bool onPostgres)
{
    [Fact]
    public async Task Every_acknowledged_statement_survives_a_kill()
    {
        await using var database = await TestDatabase.CreateAsync(onPostgres);
        var acknowledged = new ConcurrentBag<Guid>();
        using (var tool = await Node.StartAsync(SettingsFor(database)))
        {
            var senders = Enumerable.Range(0, 8).Select(_ => SendUntilItDiesAsync(tool.Address, acknowledged)).ToList();
            while (acknowledged.Count < 300)
            {
                await Task.Yield();
            }

            await tool.KillAsync();
            await Task.WhenAll(senders);
        }

        Assert.Empty(acknowledged.Except(await KeptAsync(database)));
    }

    private static Dictionary<string, string> SettingsFor(TestDatabase database) => new()
    {
        ["ConnectionStrings__Database"] = database.ConnectionString,
        ["LearningBuddy__PublicUrl"] = "http://localhost:5080",
        ["LearningBuddy__DataDirectory"] = database.Folder,
        ["LearningBuddy__AllowInsecureHttp"] = "true",
        ["LearningBuddy__Lrs__Credentials__0__Key"] = "key",
        ["LearningBuddy__Lrs__Credentials__0__Secret"] = "secret",
    };

    private static async Task SendUntilItDiesAsync(Uri address, ConcurrentBag<Guid> acknowledged)
    {
        using var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("key:secret"u8));
        client.DefaultRequestHeaders.Add("X-Experience-API-Version", "2.0.0");
        try
        {
            while (true)
            {
                var id = Guid.NewGuid();
                using var response = await client.PostAsync("/xapi/statements", JsonContent.Create(Statement(id)), TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                acknowledged.Add(id);
            }
        }
        catch (HttpRequestException)
        {
            // The process is gone, which is what this test is about.
        }
    }

    private static async Task<HashSet<Guid>> KeptAsync(TestDatabase database)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["ConnectionStrings:Database"] = database.ConnectionString,
                ["LearningBuddy:DataDirectory"] = database.Folder,
            })
            .Build();
        await using var services = new ServiceCollection().AddEmbeddedLrs(settings).BuildServiceProvider();
        var lrs = services.GetRequiredService<EmbeddedLrs>();
        var kept = new HashSet<Guid>();
        for (long after = 0; ;)
        {
            var page = await lrs.ReadAfterAsync(after, 1000, TestContext.Current.CancellationToken);
            if (page.Count == 0)
            {
                return kept;
            }

            kept.UnionWith(page.Select(statement => statement.Id));
            after = page[^1].Sequence;
        }
    }
}
