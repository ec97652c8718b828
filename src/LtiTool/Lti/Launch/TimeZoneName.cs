namespace LearningBuddy.LtiTool.Lti;

/// <summary>A time zone as somebody outside tells it: a platform at a launch, or a browser.</summary>
internal static class TimeZoneName
{
    private const int Longest = 64;

    /// <summary>The IANA name, or null: some platforms send a number that stands for the server's own zone.</summary>
    public static string? Known(string? told) =>
        told is { Length: <= Longest } && (told.Contains('/', StringComparison.Ordinal) || told == "UTC")
            && TimeZoneInfo.TryFindSystemTimeZoneById(told, out _)
            ? told
            : null;
}
