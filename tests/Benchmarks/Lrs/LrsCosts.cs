using System.Diagnostics;
using System.Globalization;
using System.Text;
using LearningBuddy.XApi.Lrs.Intake;
using LearningBuddy.XApi.Lrs.Storage.Sqlite;
using LearningBuddy.XApi.Lrs.Storage.Writing;
using LearningBuddy.XApi.Statements;

namespace LearningBuddy.Tests.Benchmarks.Lrs;

/// <summary>What one statement costs, part by part, on one thread and without HTTP: to see where time goes.</summary>
internal static class LrsCosts
{
    /// <summary><c>lrs-costs DIRECTORY</c>: an empty folder for the database.</summary>
    public static void Run(string directory)
    {
        var samples = new SampleStatements(seed: 1);
        var bodies = Bodies(samples);
        var source = new IntakeSource(XApiVersion.V200, new LrsAuthority("http://localhost/xapi", "key"), mayDefine: true);
        for (var round = 0; round < 3; round++)
        {
            Tell("parse", bodies, body =>
            {
                JsonText.TryParse(body, out var document);
                document!.Dispose();
            });
            Tell("validate", bodies, body =>
            {
                JsonText.TryParse(body, out var document);
                using (document)
                {
                    foreach (var statement in document!.RootElement.EnumerateArray())
                    {
                        StatementValidator.Validate(statement, XApiVersion.V200);
                    }
                }
            });
            Tell("take in", bodies, body => TakeIn(body, source));
        }

        using var session = new SqliteSession(new SqliteDatabase(Path.Combine(directory, "costs.db")), TimeProvider.System);
        for (var round = 0; round < 4; round++)
        {
            Tell("store", Bodies(samples).ConvertAll(body => TakeIn(body, source)), batch =>
            {
                session.Begin([]);
                new StatementInsert(session.Statements, session.StoredAt).Store(batch);
                session.Commit();
            });
        }
    }

    private static List<byte[]> Bodies(SampleStatements samples) => Enumerable.Range(0, 400)
        .Select(_ => Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(0, 50).Select(_ => samples.Next()))}]"))
        .ToList();

    private static IReadOnlyList<IncomingStatement> TakeIn(byte[] body, IntakeSource source)
    {
        JsonText.TryParse(body, out var document);
        using (document)
        {
            return ((IntakeResult.Ready)StatementIntake.Read(document!.RootElement, source)).Statements;
        }
    }

    private static void Tell<T>(string name, List<T> items, Action<T> work)
    {
        var (start, cpu) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
        items.ForEach(work);
        var statements = items.Count * 50;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {Stopwatch.GetElapsedTime(start).TotalMicroseconds / statements:0.0} µs, processor {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMicroseconds / statements:0.0} µs a statement"));
    }
}
