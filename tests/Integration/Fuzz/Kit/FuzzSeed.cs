using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace LearningBuddy.Tests.Integration.Fuzz.Kit;

/// <summary>Where a run of made-up cases begins; a failure tells it, and <c>LEARNINGBUDDY_FUZZ_SEED</c> takes another one.</summary>
internal static class FuzzSeed
{
    private const ulong Gamma = 7;

    public static ulong Value { get; } =
        ulong.TryParse(Environment.GetEnvironmentVariable("LEARNINGBUDDY_FUZZ_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 20261128;

    /// <summary>The cases of this run.</summary>
    public static IReadOnlyList<T> Cases<T>(this Gen<T> generator, int count) => [.. generator.Sample(count, new Rnd(Value, Gamma), 10)];

    /// <summary>For other chances than those of FsCheck.</summary>
    public static Random Chance { get; } = new((int)(Value % int.MaxValue));
}
