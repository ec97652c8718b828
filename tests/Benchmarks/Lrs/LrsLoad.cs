using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace LearningBuddy.Tests.Benchmarks.Lrs;

/// <summary>Loads a record store over HTTP and tells what it did.</summary>
/// <param name="server">Base address, e.g. <c>http://127.0.0.1:5190</c>.</param>
/// <param name="key">Key.</param>
/// <param name="secret">Secret.</param>
internal sealed class LrsLoad(Uri server, string key, string secret)
{
    /// <summary><c>lrs-load SERVER KEY SECRET single|batch|read CONNECTIONS SECONDS</c> or <c>lrs-load … fill CONNECTIONS COUNT</c>.</summary>
    public static async Task RunAsync(string[] args)
    {
        if (args is not [var server, var key, var secret, var mode, var connections, var amount])
        {
            Console.Error.WriteLine("lrs-load SERVER KEY SECRET single|batch|read|fill CONNECTIONS SECONDS|COUNT");
            return;
        }

        var load = new LrsLoad(new Uri(server), key, secret);
        var (width, number) = (int.Parse(connections, CultureInfo.InvariantCulture), int.Parse(amount, CultureInfo.InvariantCulture));
        await (mode switch
        {
            "single" => load.WriteAsync(width, 1, TimeSpan.FromSeconds(number), int.MaxValue),
            "batch" => load.WriteAsync(width, 50, TimeSpan.FromSeconds(number), int.MaxValue),
            "fill" => load.WriteAsync(width, 50, TimeSpan.FromHours(1), number),
            _ => load.ReadAsync(width, TimeSpan.FromSeconds(number)),
        });
    }

    private async Task WriteAsync(int connections, int batch, TimeSpan time, int most)
    {
        var left = most;
        await MeasureAsync($"POST of {batch}", connections, batch, time, async (connection, worker) =>
        {
            var samples = new SampleStatements(worker);
            while (Interlocked.Add(ref left, -batch) > -batch)
            {
                var body = batch == 1 ? samples.Next() : $"[{string.Join(',', Enumerable.Range(0, batch).Select(_ => samples.Next()))}]";
                if (!await connection(("POST", "/xapi/statements", Encoding.UTF8.GetBytes(body))))
                {
                    return;
                }
            }
        });
    }

    private async Task ReadAsync(int connections, TimeSpan time)
    {
        await MeasureAsync("GET by agent", connections, 1, time, async (connection, worker) =>
        {
            var random = new Random(worker);
            while (await connection(("GET", $"/xapi/statements?limit=50&agent={Uri.EscapeDataString(SampleStatements.Agent(random.Next(2000)))}", default)))
            {
                // Until the time is over.
            }
        });
    }

    private async Task MeasureAsync(
        string name, int connections, int perRequest, TimeSpan time,
        Func<Func<(string Method, string Path, byte[]? Body), Task<bool>>, int, Task> work)
    {
        var clock = Stopwatch.StartNew();
        var times = new List<double>[connections];
        var workers = Enumerable.Range(0, connections).Select(worker => Task.Run(async () =>
        {
            var mine = times[worker] = [];
            using var connection = new RawConnection(server, key, secret);
            await work(
                async request =>
                {
                    var start = Stopwatch.GetTimestamp();
                    var (status, body) = await connection.SendAsync(request.Method, request.Path, request.Body);
                    if (status != 200)
                    {
                        throw new InvalidOperationException($"HTTP {status}: {Encoding.UTF8.GetString(body.Span)}");
                    }

                    mine.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    return clock.Elapsed < time;
                },
                worker);
        }));
        await Task.WhenAll(workers);
        var seconds = clock.Elapsed.TotalSeconds;
        var all = times.SelectMany(list => list).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}, {connections} connections, {seconds:0.0} s: {all.Count * perRequest / seconds:0} a second; p50 {all[all.Count / 2]:0.00} ms, p99 {all[all.Count * 99 / 100]:0.00} ms, max {all[^1]:0.0} ms"));
    }
}
