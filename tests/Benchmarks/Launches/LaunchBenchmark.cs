using System.Diagnostics;
using System.Net.Sockets;

namespace LearningBuddy.Tests.Benchmarks.Launches;

/// <summary>Whole launches against the real tool: rate, processor time, waiting, start and memory. README.md says how to run it and what came out.</summary>
internal static class LaunchBenchmark
{
    private const int WarmUp = 2000;

    /// <summary>Runs everything and prints a table.</summary>
    public static async Task RunAsync(string[] args)
    {
        var settings = LaunchSettings.Parse(args);
        var data = Directory.CreateTempSubdirectory("learning-buddy-bench-").FullName;
        await using var platform = await BenchPlatform.StartAsync(FreePort.Next());
        var port = FreePort.Next();
        using (var first = MeasuredTool.Start(settings, data, port))
        {
            await first.WaitAsync();
            await JourneySetUp.RunAsync(platform, port);
        }

        var start = Stopwatch.GetTimestamp();
        using var tool = MeasuredTool.Start(settings, data, port);
        var script = new LaunchScript(platform, port);
        await tool.WaitAsync();
        using (var http = await new RawHttp().ConnectAsync(port))
        {
            var (location, _, page) = await script.WholeAsync(http, "2", "Learner");
            Console.WriteLine(FormattableString.Invariant($"cold start to first page: {Stopwatch.GetElapsedTime(start).TotalSeconds:0.00} s ({location[46..]}, {page.Status}, {page.Body.Length} bytes)"));
        }

        var load = new LaunchLoad(platform, tool, script);
        await load.RunAsync(WarmUp, 8);
        Console.WriteLine("| connections | launches/s | tool CPU ms: launch = login + launch + page | median ms | p99 ms |\n| --- | --- | --- | --- | --- |");
        var done = WarmUp;
        foreach (var connections in settings.Connections)
        {
            Console.WriteLine((await load.RunAsync(settings.Launches, connections)).Row());
            done += settings.Launches;
        }

        Console.WriteLine(FormattableString.Invariant($"resident after {done} launches: {tool.ResidentMebibytes:0} MiB"));
    }
}
