namespace LearningBuddy.Shared.Messages;

/// <summary>
/// When nothing may come: by the clock on the person's wall, across midnight. Of an hour that comes twice in autumn both are quiet, or
/// neither is.
/// </summary>
/// <param name="From">First quiet minute.</param>
/// <param name="Until">First minute that isn't quiet any more; the same as <paramref name="From"/> where no hour is quiet.</param>
/// <param name="Days">Days that are quiet from midnight to midnight.</param>
public readonly record struct QuietHours(TimeOnly From, TimeOnly Until, Weekdays Days)
{
    /// <summary>A single free hour a week can be skipped by daylight saving, once or twice in a row; never for so long.</summary>
    private const int LongestSearchDays = 35;

    /// <summary>19:00 to 08:00, and weekends.</summary>
    public static QuietHours Default { get; } = new(new(19, 0), new(8, 0), Weekdays.Weekend);

    /// <summary>The first moment at or after <paramref name="wanted"/> that isn't quiet for somebody who has said nothing.</summary>
    /// <param name="wanted">UTC or any offset.</param>
    /// <param name="zone">The person's time zone.</param>
    /// <returns>UTC.</returns>
    public static DateTimeOffset NextByDefault(DateTimeOffset wanted, TimeZoneInfo zone) => Default.NextAllowed(wanted, zone)!.Value;

    /// <summary>The first moment at or after <paramref name="wanted"/> that isn't quiet.</summary>
    /// <param name="wanted">UTC or any offset.</param>
    /// <param name="zone">The person's time zone.</param>
    /// <returns>UTC; null when every day is quiet.</returns>
    public DateTimeOffset? NextAllowed(DateTimeOffset wanted, TimeZoneInfo zone)
    {
        var at = wanted.ToUniversalTime();
        var end = Days.HasFlag(Weekdays.All) ? at : at.AddDays(LongestSearchDays);
        while (at < end)
        {
            var local = WallClock.Show(at, zone);
            if (!IsQuiet(local))
            {
                return at;
            }

            at = WallClock.Next(at, EndOfQuiet(local), zone);
        }

        return null;
    }

    /// <summary>Whether nothing may come.</summary>
    /// <param name="local">What the person's clock shows.</param>
    public bool IsQuiet(DateTime local) => IsQuietDay(local) || IsQuietTime(TimeOnly.FromDateTime(local));

    /// <summary>Until when it is quiet at least, given that it is.</summary>
    private DateTime EndOfQuiet(DateTime local) =>
        !IsQuietDay(local) && TimeOnly.FromDateTime(local) < Until ? local.Date + Until.ToTimeSpan() : local.Date.AddDays(1);

    private bool IsQuietDay(DateTime local) => Days.HasFlag((Weekdays)(1 << (int)local.DayOfWeek));

    private bool IsQuietTime(TimeOnly time) => From <= Until ? time >= From && time < Until : time >= From || time < Until;
}
