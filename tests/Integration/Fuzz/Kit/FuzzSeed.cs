using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace LearningBuddy.Tests.Integration.Fuzz.Kit;

/// <summary>Where a run of made-up cases begins; a failure tells it, and <c>LEARNINGBUDDY_FUZZ_SEED</c> takes another one.</summary>
internal static class FuzzSeed
{
    private const ulong Gamma = 7;
    private const int LongestFault = 2500;

    public static ulong Value { get; } =
        ulong.TryParse(Environment.GetEnvironmentVariable("LEARNINGBUDDY_FUZZ_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 20261128;

    /// <summary>The cases of this run.</summary>
    public static IReadOnlyList<T> Cases<T>(this Gen<T> generator, int count) => [.. generator.Sample(count, new Rnd(Value, Gamma), 10)];

    /// <summary>What went wrong, shortened, and how to have it again.</summary>
    public static string Tell(IReadOnlyCollection<string> faults) =>
        $"Seed {Value}: {faults.Count} faults.\n{string.Join("\n\n", faults.Take(6).Select(fault => fault[..Math.Min(fault.Length, LongestFault)]))}";
}
