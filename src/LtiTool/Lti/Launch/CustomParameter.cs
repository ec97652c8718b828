using System.Text.Json;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// The custom parameters that this tool registers with every platform, and how to read them (LTI 1.3 Core, appendix B).
/// A platform that does not know a variable sends its name instead of a value.
/// </summary>
internal static class CustomParameter
{
    public const string ContextHistory = "context_history";
    public const string TimeZone = "person_timezone";
    public const string Locale = "message_locale";

    /// <summary>What to register: name and variable. Names are lower-case letters and underscores, which every platform keeps.</summary>
    public static IReadOnlyDictionary<string, string> Registered { get; } = new Dictionary<string, string>
    {
        [TimeZone] = "$Person.address.timezone",
        [Locale] = "$Message.locale",
        [ContextHistory] = "$Context.id.history",
        ["link_available_at"] = "$ResourceLink.available.startDateTime",
        ["link_closes_at"] = "$ResourceLink.available.endDateTime",
        ["link_due_at"] = "$ResourceLink.submission.endDateTime",
        ["course_begins_at"] = "$CourseSection.timeFrame.begin",
        ["course_ends_at"] = "$CourseSection.timeFrame.end",
    };

    /// <summary>A value that says something, or null: not empty, not a variable's name, not an object.</summary>
    public static string? ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { Length: > 0 } text && text[0] != '$' ? text : null,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    /// <summary>An IANA time zone, or null: some platforms send a number that stands for the server's own zone.</summary>
    public static string? TimeZoneOf(IReadOnlyDictionary<string, string> custom) =>
        TimeZoneName.Known(custom.GetValueOrDefault(TimeZone));

    /// <summary>Groups separated by commas; empty for somebody who is in none; null where the platform doesn't tell.</summary>
    public static IReadOnlyList<string>? GroupsOf(string? value) => value is null || value.StartsWith('$')
        ? null
        : value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>
    /// A comma-separated, URL-encoded list, newest first. Empty means an original; missing, unresolved, <c>truncated</c> or <c>timed
    /// out</c>
    /// means that not everything was told.
    /// </summary>
    public static ContextHistory HistoryOf(string? value)
    {
        if (value is null || value.StartsWith('$') || value.Trim() == "timed out")
        {
            return Lti.ContextHistory.Unknown;
        }

        var ids = value
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Uri.UnescapeDataString)
            .ToList();
        var complete = ids is not [.., "truncated"];
        return new(complete ? ids : ids[..^1], complete);
    }
}
