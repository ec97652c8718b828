using System.Collections.Concurrent;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>
/// The templates as they left the house, kept inside the program. A file that is still the same needs no check against the schema at each
/// start: a test has done it. That saves some 60 ms of a cold start, and 10 MiB (tests/Benchmarks/README.md).
/// </summary>
internal static class ShippedTemplates
{
    private static readonly ConcurrentDictionary<string, Lazy<JourneyTemplate>> Kept = new(StringComparer.Ordinal);

    /// <summary>The template of a file that holds what was shipped: read once, since it never changes.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="read">Reads it.</param>
    public static JourneyTemplate Once(string name, Func<JourneyTemplate> read) =>
        Kept.GetOrAdd(name, static (_, read) => new(read), read).Value;

    /// <summary>Whether this file holds what was shipped under its name.</summary>
    public static bool Holds(string name, ReadOnlySpan<byte> content)
    {
        using var shipped = typeof(ShippedTemplates).Assembly.GetManifestResourceStream("journeys/" + name);
        if (shipped is null || shipped.Length != content.Length)
        {
            return false;
        }

        var bytes = new byte[content.Length];
        shipped.ReadExactly(bytes);
        return content.SequenceEqual(bytes);
    }
}
