using System.Text;
using LearningBuddy.SampleData;
using LearningBuddy.SampleData.Output;
using LearningBuddy.SampleData.Play;
using LearningBuddy.SampleData.World;
using LearningBuddy.XApi.Statements;

namespace LearningBuddy.Tests.Unit.SampleData;

/// <summary>Samples of the sizes that tests need.</summary>
internal static class Sample
{
    /// <summary>What the command makes without options.</summary>
    public static readonly SampleOptions Usual = new(7, 120, new DateOnly(2025, 11, 1), new DateOnly(2026, 11, 1));

    private static readonly Lazy<IReadOnlyList<LearnerEvent>> UsualEvents = new(() => SampleHistory.Of(Usual));

    /// <summary>What happened in it.</summary>
    public static IReadOnlyList<LearnerEvent> Events => UsualEvents.Value;

    /// <summary>Three cohorts, of which the last is under way at the end.</summary>
    public static SampleOptions Small(long seed) => new(seed, 36, new DateOnly(2025, 11, 1), new DateOnly(2026, 7, 1));

    /// <summary>All statements.</summary>
    public static List<SampleStatement> Statements(SampleOptions options, XApiVersion version, bool everything = true) =>
        [.. new SampleStatements(version, everything).Of(options == Usual ? Events : SampleHistory.Of(options))];

    /// <summary>The command's output.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = await SampleProgram.RunAsync(args, output, error, TimeProvider.System, CancellationToken.None);
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
