using System.Globalization;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>Reads what fields for day and hour send, on the clock of whoever typed it.</summary>
internal static class TypedTimes
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>
    /// The moment, UTC, to the minute; null when it is none. An hour that daylight saving skips is the one after it; of one that comes
    /// twice the first is meant.
    /// </summary>
    /// <param name="typed">As an <c>input</c> of type <c>datetime-local</c> sends it.</param>
    /// <param name="zone">The reader's time zone.</param>
    public static DateTimeOffset? Read(string? typed, TimeZoneInfo zone)
    {
        // Years beyond these are slips, and some of their moments have no date in some zone.
        if (!DateTime.TryParseExact(typed, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            || local.Year is < 2000 or > 2199)
        {
            return null;
        }

        var offset = zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddDays(-1))
            : zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.GetUtcOffset(local);
        return new DateTimeOffset(local.AddSeconds(-local.Second), offset).ToUniversalTime();
    }

    /// <summary>The same for a field: a moment on somebody's clock.</summary>
    public static string Write(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString(Forms[0], CultureInfo.InvariantCulture);
}
