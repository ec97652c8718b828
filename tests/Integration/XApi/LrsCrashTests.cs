using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using LearningBuddy.XApi.Lrs;
using LearningBuddy.XApi.Lrs.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static LearningBuddy.Tests.Integration.XApi.LrsCalls;

namespace LearningBuddy.Tests.Integration.XApi;

/// <summary>The tool as a real process, killed in the middle of its work.</summary>
public sealed class LrsCrashTests
{
    [Fact]
    public async Task Every_acknowledged_statement_survives_a_kill()
    {
        var directory = Directory.CreateTempSubdirectory("lrs-crash-").FullName;
        var acknowledged = new ConcurrentBag<Guid>();
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        using (var tool = StartTool(directory, address))
        {
            await WaitUntilReadyAsync(address, tool);
            var senders = Enumerable.Range(0, 8).Select(_ => SendUntilItDiesAsync(address, acknowledged)).ToList();
            while (acknowledged.Count < 300)
            {
                await Task.Yield();
            }

            tool.Kill(entireProcessTree: true);
            await tool.WaitForExitAsync(TestContext.Current.CancellationToken);
            await Task.WhenAll(senders);
        }

        var kept = await KeptAsync(directory);

        Assert.Empty(acknowledged.Except(kept));
        Directory.Delete(directory, recursive: true);
    }

    private static Process StartTool(string directory, Uri address)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "LearningBuddy.LtiTool.dll")])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_URLS"] = address.AbsoluteUri,
                ["LearningBuddy__PublicUrl"] = address.AbsoluteUri.TrimEnd('/'),
                ["LearningBuddy__DataDirectory"] = directory,
                ["LearningBuddy__AllowInsecureHttp"] = "true",
                ["LearningBuddy__Lrs__Credentials__0__Key"] = "key",
                ["LearningBuddy__Lrs__Credentials__0__Secret"] = "secret",
            },
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task WaitUntilReadyAsync(Uri address, Process tool)
    {
        using var client = new HttpClient { BaseAddress = address };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(1) && !tool.HasExited;)
        {
            try
            {
                using var about = await client.GetAsync("/xapi/about", TestContext.Current.CancellationToken);
                if (about.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }

        Assert.Fail("The tool did not start.");
    }

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

    private static async Task<HashSet<Guid>> KeptAsync(string directory)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("LearningBuddy:DataDirectory", (string?)directory)])
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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
