using System.Diagnostics;
using System.Globalization;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine.Due;
using LearningBuddy.LtiTool.Startup;
using LearningBuddy.Shared.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningBuddy.Tests.Benchmarks.Due;

/// <summary>
/// How fast, and in how much memory, everything drains that became due while the tool was away: one item for each of many learners, through the
/// real worker, kind and writer.
/// </summary>
internal static class DueBenchmark
{
    private const int Learners = 1000;
    private const int Chunk = 5000;

    /// <summary><c>due COUNT [CONNECTION-STRING]</c>: an SQLite file of its own, unless a database is named.</summary>
    public static async Task RunAsync(string[] args)
    {
        var count = int.Parse(args[0], CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("due-").FullName;
        try
        {
            var settings = Settings(folder, args.ElementAtOrDefault(1));
            await using var tool = await LearningBuddyApp.BuildAsync([], builder => builder.Configuration.AddInMemoryCollection(settings));
            await FillAsync(tool, count);
            await DrainAsync(tool, count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static Dictionary<string, string?> Settings(string folder, string? database) => new()
    {
        ["LearningBuddy:PublicUrl"] = "http://localhost",
        ["LearningBuddy:DataDirectory"] = folder,
        ["LearningBuddy:AllowInsecureHttp"] = "true",
        ["LearningBuddy:Admin:Token"] = "benchmarks-only-token",
        ["ConnectionStrings:Database"] = database,
        ["Logging:LogLevel:Default"] = "Warning",
    };

    private static async Task FillAsync(WebApplication tool, int count)
    {
        var learners = await PeopleAsync(tool);
        for (var from = 0; from < count; from += Chunk)
        {
            await using var scope = tool.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
            var due = DateTimeOffset.UtcNow.AddDays(-1);
            db.DueItems.AddRange(Enumerable.Range(from, Math.Min(Chunk, count - from)).Select(
                number => DueItemRow.Of(DueKind.Nudge, Guid.CreateVersion7(), due.AddMilliseconds(number), learners[number % Learners])));
            await db.SaveChangesAsync();
        }
    }

    /// <summary>A journey with many learners who have started.</summary>
    private static async Task<List<Guid>> PeopleAsync(WebApplication tool)
    {
        await using var scope = tool.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        return await JourneySeed.FillAsync(db, Learners);
    }

    internal static async Task DrainAsync(WebApplication tool, int count)
    {
        var worker = tool.Services.GetRequiredService<DueWorker>();
        var watch = Stopwatch.StartNew();
        using var telling = new Timer(_ => Tell(watch.Elapsed), null, TimeSpan.Zero, TimeSpan.FromSeconds(10));

        var handled = await worker.DrainAsync(CancellationToken.None);
        Tell(watch.Elapsed);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{handled} of {count} handled in {watch.Elapsed.TotalSeconds:0.0} s: {handled / watch.Elapsed.TotalSeconds:0} a second"));
    }

    private static void Tell(TimeSpan after)
    {
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{after.TotalSeconds,6:0.0} s  heap {GC.GetTotalMemory(forceFullCollection: false) >> 20,4} MiB  resident {self.WorkingSet64 >> 20,4} MiB"));
    }
}
