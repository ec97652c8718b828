namespace LearningBuddy.Shared.Messages;

/// <summary>
/// The clock on a person's wall, read from instants only: so an hour that daylight saving skips is never asked for, and one that comes
/// twice is never guessed.
/// </summary>
internal static class WallClock
{
    /// <summary>What the clock shows.</summary>
    /// <param name="at">UTC or any offset.</param>
    /// <param name="zone">The person's time zone.</param>
    public static DateTime Show(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).DateTime;

    /// <summary>When the clock shows a later time; or when it is put forward or back, if that comes first.</summary>
    /// <param name="at">From when on, UTC.</param>
    /// <param name="later">What it is to show: after what it shows now, by two days at most.</param>
    /// <param name="zone">The person's time zone.</param>
    /// <returns>After <paramref name="at"/>, UTC.</returns>
    public static DateTimeOffset Next(DateTimeOffset at, DateTime later, TimeZoneInfo zone)
    {
        var offset = zone.GetUtcOffset(at);
        var (before, after) = (at, at + (later - Show(at, zone)));
        if (zone.GetUtcOffset(after) == offset)
        {
            return after;
        }

        while ((after - before).Ticks > 1)
        {
            var middle = before + ((after - before) / 2);
            (before, after) = zone.GetUtcOffset(middle) == offset ? (middle, after) : (before, middle);
        }

        return after;
    }
}
