using System.Diagnostics;

namespace LearningBuddy.Tests.Benchmarks.Launches;

/// <summary>
/// Many whole launches over a number of connections. Tokens can only be signed between login and launch, and signing costs the load's core more than the rest of
/// a launch together; so all logins are made first, then all tokens are signed without anybody waiting, then all launches, then all first pages.
/// What is counted is the time of the three busy parts, and each launch's own three answers.
/// </summary>
internal sealed class LaunchLoad(BenchPlatform platform, MeasuredTool tool, LaunchScript script)
{
    /// <summary>Runs the load.</summary>
    /// <param name="launches">How many.</param>
    /// <param name="connections">Over how many connections at once.</param>
    public async Task<LaunchFigures> RunAsync(int launches, int connections)
    {
        var pending = new (string Cookie, string State, string Nonce)[launches];
        var ticks = new long[launches];
        var before = tool.ProcessorTime;
        var logins = await TimeAsync(launches, connections, async (http, i) =>
            pending[i] = LaunchScript.Read(await MeasureAsync(http, script.Login(Subject(i)), ticks, i)));
        var between = tool.ProcessorTime;

        var requests = new byte[launches][];
        for (var i = 0; i < launches; i++)
        {
            requests[i] = script.Launch(pending[i].Cookie, pending[i].State, platform.Sign(Subject(i), "Learner", pending[i].Nonce, script.Target));
        }

        var sessions = new (string Location, string Cookie)[launches];
        var resumed = tool.ProcessorTime;
        var entries = await TimeAsync(launches, connections, async (http, i) =>
            sessions[i] = LaunchScript.ReadLaunch(await MeasureAsync(http, requests[i], ticks, i)));
        var entered = tool.ProcessorTime;
        var pages = await TimeAsync(launches, connections, async (http, i) =>
        {
            var page = await MeasureAsync(http, script.Get(sessions[i].Location, sessions[i].Cookie), ticks, i);
            if (page.Status != 200)
            {
                throw new InvalidOperationException($"First page: {page.Status} {page.Headers}");
            }
        });
        return new(connections, launches, logins + entries + pages, new(between - before, entered - resumed, tool.ProcessorTime - entered), ticks);
    }

    private static string Subject(int i) => (100 + (i % 2000)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<RawAnswer> MeasureAsync(RawHttp http, byte[] request, long[] ticks, int i)
    {
        var start = Stopwatch.GetTimestamp();
        var answer = await http.SendAsync(request);
        ticks[i] += Stopwatch.GetTimestamp() - start;
        return answer;
    }

    private async Task<TimeSpan> TimeAsync(int launches, int connections, Func<RawHttp, int, Task> step)
    {
        var open = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => new RawHttp().ConnectAsync(tool.Port)));
        var next = -1;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(open.Select(async http =>
        {
            for (var i = Interlocked.Increment(ref next); i < launches; i = Interlocked.Increment(ref next))
            {
                await step(http, i);
            }
        }));
        var taken = Stopwatch.GetElapsedTime(start);
        foreach (var http in open)
        {
            http.Dispose();
        }

        return taken;
    }
}

/// <summary>What was measured at one number of connections.</summary>
internal sealed record LaunchFigures(int Connections, int Launches, TimeSpan Taken, ProcessorShares Processor, long[] Ticks)
{
    /// <summary>A row of the table in README.md.</summary>
    public string Row()
    {
        var sorted = Ticks.Select(ticks => Stopwatch.GetElapsedTime(0, ticks).TotalMilliseconds).Order().ToArray();
        return FormattableString.Invariant(
            $"| {Connections} | {Launches / Taken.TotalSeconds:0} | {Each(Processor.Login + Processor.Launch + Processor.Page):0.00} = {Each(Processor.Login):0.00} + {Each(Processor.Launch):0.00} + {Each(Processor.Page):0.00} | {sorted[sorted.Length / 2]:0.0} | {sorted[(int)(sorted.Length * 0.99)]:0.0} |");
    }

    private double Each(TimeSpan all) => all.TotalMilliseconds / Launches;
}

/// <summary>The tool's processor time for the three requests of all launches.</summary>
internal sealed record ProcessorShares(TimeSpan Login, TimeSpan Launch, TimeSpan Page);
