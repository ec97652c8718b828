namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>
/// The templates as they left the house, kept inside the program. A file that is still the same needs no check against the schema at each
/// start: a test has done it. That saves some 60 ms of a cold start, and 10 MiB (tests/Benchmarks/README.md).
/// </summary>
internal static class ShippedTemplates
{
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
