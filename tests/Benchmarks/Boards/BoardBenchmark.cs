using System.Diagnostics;
using System.Net.Sockets;
using LearningBuddy.Tests.Benchmarks.Launches;

namespace LearningBuddy.Tests.Benchmarks.Boards;

/// <summary>A workshop: many people look at one board, and everybody chooses within a minute. README.md says how to run it and what came out.</summary>
internal static class BoardBenchmark
{
    private static readonly string[] Sprints = ["setting-up", "meeting", "communicating", "underperformance"];

    /// <summary>Runs it and prints figures.</summary>
    /// <param name="args">How many people; then the settings of the launches.</param>
    public static async Task RunAsync(string[] args)
    {
        var count = int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture);
        var settings = LaunchSettings.Parse(args[1..]);
        var data = Directory.CreateTempSubdirectory("learning-buddy-bench-").FullName;
        await using var platform = await BenchPlatform.StartAsync(FreePort.Next());
        var port = FreePort.Next();
        using var tool = MeasuredTool.Start(settings, data, port);
        await tool.WaitAsync();
        await JourneySetUp.RunAsync(platform, port, "six-week-journey");
        var script = new LaunchScript(platform, port);
        var people = new List<BoardVisitor>();
        for (var subject = 0; subject < count; subject++)
        {
            people.Add(await BoardVisitor.ComeInAsync(script, port, $"{subject + 100}", count));
        }

        using var end = new CancellationTokenSource();
        var (before, begun) = (tool.ProcessorTime, Stopwatch.GetTimestamp());
        var listening = people.ConvertAll(person => person.ListenAsync(end.Token));
        await Task.WhenAll(people.Select(person => person.FirstWord));
        Console.WriteLine(FormattableString.Invariant($"{count} streams open after {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.00} s"));

        var choices = people.SelectMany(person => Sprints.OrderBy(_ => Random.Shared.Next()).Take(2).Select(sprint => (person, sprint))).ToArray();
        Random.Shared.Shuffle(choices);
        var asked = new List<Task<TimeSpan>>();
        using var pace = new PeriodicTimer(TimeSpan.FromMinutes(1) / choices.Length);
        foreach (var (person, sprint) in choices)
        {
            await pace.WaitForNextTickAsync(end.Token);
            asked.Add(person.ChooseAsync(sprint));
        }

        var waits = await Task.WhenAll(asked);
        var last = Stopwatch.GetTimestamp();
        await Task.WhenAll(people.Select(person => person.SeesAll));
        var lag = Stopwatch.GetElapsedTime(last);
        var (cpu, time) = (tool.ProcessorTime - before, Stopwatch.GetElapsedTime(begun));
        await end.CancelAsync();
        await Task.WhenAll(listening);
        Array.Sort(waits);
        Console.WriteLine(FormattableString.Invariant($"{waits.Length} choices in 60 s: median {waits[waits.Length / 2].TotalMilliseconds:0} ms, p99 {waits[waits.Length * 99 / 100].TotalMilliseconds:0} ms"));
        Console.WriteLine(FormattableString.Invariant($"everybody saw the last choice {lag.TotalSeconds:0.0} s after it; {people.Sum(person => person.Fetched)} boards fetched"));
        Console.WriteLine(FormattableString.Invariant($"processor {cpu.TotalSeconds:0.0} s of {time.TotalSeconds:0} s, resident {tool.ResidentMebibytes:0} MiB"));
        people.ForEach(person => person.Dispose());
    }
}
