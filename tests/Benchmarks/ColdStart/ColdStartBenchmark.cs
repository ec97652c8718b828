using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace LearningBuddy.Tests.Benchmarks.ColdStart;

/// <summary>
/// Time from the start of a process to the first 200 of <c>/health/ready</c>: an empty Razor Pages app, the tool on a new data directory and
/// on the one it has left, by turns, so that whatever else the machine does is shared fairly.
/// </summary>
internal static class ColdStartBenchmark
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    /// <summary>Runs it and prints a line for each of the three.</summary>
    /// <param name="args">Path of the empty app's assembly, path of the tool's, number of rounds.</param>
    public static async Task RunAsync(string[] args)
    {
        var (empty, tool, rounds) = (args[0], args[1], int.Parse(args[2], CultureInfo.InvariantCulture));
        var (times, fresh, used) = (new List<double>(), new List<double>(), new List<double>());
        using var client = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero });

        // The first round fills the disk's cache and is not counted.
        for (var round = 0; round <= rounds; round++)
        {
            var data = Directory.CreateTempSubdirectory("cold-start-").FullName;
            var (one, two, three) = (await StartAsync(client, empty, data), await StartAsync(client, tool, data), await StartAsync(client, tool, data));
            Directory.Delete(data, recursive: true);
            if (round > 0)
            {
                times.Add(one);
                fresh.Add(two);
                used.Add(three);
            }
        }

        Console.WriteLine("| started | median ms | least | most | ratio of medians |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        Print("empty Razor Pages app", times, times);
        Print("tool, new data directory", fresh, times);
        Print("tool, data directory in use", used, times);
    }

    private static async Task<double> StartAsync(HttpClient client, string assembly, string data)
    {
        var port = Random.Shared.Next(20_000, 30_000);
        var start = new ProcessStartInfo("dotnet", [Path.GetFullPath(assembly)])
        {
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(assembly)),
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        start.Environment["LearningBuddy__PublicUrl"] = $"http://127.0.0.1:{port}";
        start.Environment["LearningBuddy__AllowInsecureHttp"] = "true";
        start.Environment["LearningBuddy__DataDirectory"] = data;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var begun = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{assembly} did not start.");
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        try
        {
            using var pause = new PeriodicTimer(Pause);
            var ready = new Uri($"http://127.0.0.1:{port}/health/ready");
            while (!await IsReadyAsync(client, ready))
            {
                if (process.HasExited)
                {
                    throw new InvalidOperationException($"{assembly} has ended.");
                }

                await pause.WaitForNextTickAsync();
            }

            return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, Uri ready)
    {
        try
        {
            using var answer = await client.GetAsync(ready);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static void Print(string name, List<double> times, List<double> compared) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {Median(times):0} | {times.Min():0} | {times.Max():0} | {Median(times) / Median(compared):0.00} |"));

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
