using System.Collections.Concurrent;
using System.Diagnostics;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Nodes;

/// <summary>The tool as a process of its own.</summary>
internal sealed class Node : IDisposable
{
    private readonly ConcurrentQueue<string> output = [];
    private readonly Process process;

    private Node(Uri address, IReadOnlyDictionary<string, string> settings)
    {
        Address = address;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "LearningBuddy.LtiTool.dll")])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["ASPNETCORE_URLS"] = address.AbsoluteUri;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts the tool on a free port, or on the port it had before, and waits until it is ready.</summary>
    public static async Task<Node> StartAsync(IReadOnlyDictionary<string, string> settings, int? port = null)
    {
        var node = new Node(new Uri($"http://127.0.0.1:{port ?? FreePort.Next()}"), settings);
        try
        {
            using var client = new HttpClient { BaseAddress = node.Address };
            await Soon.IsAsync(() => node.IsReadyAsync(client), () => "The tool did not become ready: " + string.Join('\n', node.output));
            return node;
        }
        catch
        {
            node.Dispose();
            throw;
        }
    }

    /// <summary>Ends it as a power cut would: nothing is tidied up.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private async Task<bool> IsReadyAsync(HttpClient client)
    {
        Assert.False(process.HasExited, "The tool ended at its start: " + string.Join('\n', output));
        try
        {
            using var answer = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
