using LearningBuddy.Shared.Messages;
using NodaTime;

namespace LearningBuddy.Tests.Unit.Shared.Messages;

/// <summary>
/// The same questions answered a second time, by another library with its own time zones, in the plainest way: minute by minute. The
/// domain itself takes no package.
/// </summary>
internal static class PlainClock
{
    private const int MinutesSearched = 21 * 24 * 60;

    /// <summary>
    /// Half hours and quarters, clocks that change at midnight (Santiago, Beirut), by half an hour (Lord Howe) and never (Kolkata, Tokyo).
    /// </summary>
    public static readonly string[] Zones =
    [
        "UTC", "Europe/Berlin", "America/New_York", "America/St_Johns", "America/Santiago", "Asia/Beirut", "Asia/Kolkata", "Asia/Tokyo",
        "Australia/Lord_Howe", "Pacific/Chatham",
    ];

    public static LocalDate DayOf(DateTimeOffset at, TimeZoneInfo zone) => Local(at, zone).Date;

    public static bool IsQuiet(QuietHours quiet, DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = Local(at, zone);
        var (minute, first, end) = ((local.Hour * 60) + local.Minute, MinuteOf(quiet.From), MinuteOf(quiet.Until));
        var isInHours = first < end ? first <= minute && minute < end : first > end && !(end <= minute && minute < first);
        return isInHours || quiet.Days.HasFlag(Enum.Parse<Weekdays>(local.DayOfWeek.ToString()));
    }

    public static DateTimeOffset? NextAllowed(QuietHours quiet, DateTimeOffset wanted, TimeZoneInfo zone)
    {
        var nextMinute = wanted.AddTicks(TimeSpan.TicksPerMinute - (wanted.Ticks % TimeSpan.TicksPerMinute));
        return Enumerable.Range(0, MinutesSearched).Select(minute => nextMinute.AddMinutes(minute)).Prepend(wanted)
            .Where(at => !IsQuiet(quiet, at, zone)).Select(at => (DateTimeOffset?)at).FirstOrDefault();
    }

    private static int MinuteOf(TimeOnly time) => (time.Hour * 60) + time.Minute;

    private static LocalDateTime Local(DateTimeOffset at, TimeZoneInfo zone) =>
        Instant.FromDateTimeOffset(at).InZone(DateTimeZoneProviders.Tzdb[zone.Id]).LocalDateTime;
}
