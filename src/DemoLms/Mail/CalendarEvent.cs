using System.Globalization;
using System.Text.RegularExpressions;

namespace LearningBuddy.DemoLms.Mail;

/// <summary>An event of a calendar part, as far as a mail program tells it before it is in the calendar (RFC 5545, 3.6.1).</summary>
/// <param name="IsCancelled">Whether it is taken back rather than asked for.</param>
/// <param name="When">Start and end in words, with their time zone.</param>
public sealed partial record CalendarEvent(bool IsCancelled, string Summary, string When, string? Location)
{
    /// <summary>The first event of a calendar; null where there is none.</summary>
    public static CalendarEvent? Of(string calendar)
    {
        var lines = Unfolded(calendar);
        var begin = Array.IndexOf(lines, "BEGIN:VEVENT");
        if (begin < 0)
            return null;
        // Alarms inside an event have words and times of their own.
        var properties = lines.Skip(begin + 1)
            .TakeWhile(line => !line.StartsWith("BEGIN:", StringComparison.Ordinal) && line != "END:VEVENT")
            .Select(line => Property().Match(line))
            .ToList();
        Match? Find(string name) => properties.Find(p => p.Groups["name"].Value == name);

        var isCancelled = lines.Contains("METHOD:CANCEL") || Find("STATUS")?.Groups["value"].Value == "CANCELLED";
        var times = new[] { Find("DTSTART"), Find("DTEND") }.OfType<Match>().Select(TimeOf);
        return new CalendarEvent(isCancelled, TextOf(Find("SUMMARY")) ?? "", string.Join(" – ", times), TextOf(Find("LOCATION")));
    }

    /// <summary>A line that begins with a space goes on with the one before it (RFC 5545, 3.1).</summary>
    private static string[] Unfolded(string calendar) => calendar
        .ReplaceLineEndings("\n")
        .Replace("\n ", "", StringComparison.Ordinal)
        .Replace("\n\t", "", StringComparison.Ordinal)
        .Split('\n');

    /// <summary>A time in words, or as written where it is none.</summary>
    private static string TimeOf(Match property)
    {
        var value = property.Groups["value"].Value;
        if (DateTime.TryParseExact(value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);
        if (!DateTime.TryParseExact(
            value.TrimEnd('Z'), "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return value;
        var zone = value.EndsWith('Z') ? "UTC" : TimeZoneId().Match(property.Groups["parameters"].Value).Groups["id"].Value;
        return $"{time.ToString("ddd d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)} {zone}".TrimEnd();
    }

    private static string? TextOf(Match? property) =>
        property is null ? null : Escaped().Replace(property.Groups["value"].Value, m => m.Value is "\\n" or "\\N" ? " " : m.Value[1..]);

    [GeneratedRegex(
        "^(?<name>[^:;]+)(?<parameters>(;[^=]+=(\"[^\"]*\"|[^\":;])*)*):(?<value>.*)$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Property();

    [GeneratedRegex("TZID=\"?(?<id>[^\";]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TimeZoneId();

    [GeneratedRegex(@"\\.", RegexOptions.NonBacktracking)]
    private static partial Regex Escaped();
}
