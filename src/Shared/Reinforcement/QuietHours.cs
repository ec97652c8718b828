namespace LearningBuddy.Shared.Reinforcement;

/// <summary>When nothing may come: in the person's own time zone, across midnight and daylight saving.</summary>
/// <param name="From">First quiet minute of an evening.</param>
/// <param name="Until">First minute of the day that is not quiet.</param>
/// <param name="Weekends">Whether Saturday and Sunday are quiet too.</param>
public readonly record struct QuietHours(TimeOnly From, TimeOnly Until, bool Weekends)
{
    /// <summary>19:00 to 08:00 and weekends.</summary>
    public static QuietHours Default { get; } = new(new(19, 0), new(8, 0), true);

    /// <summary>The first moment at or after <paramref name="wanted"/> that is not quiet.</summary>
    /// <param name="wanted">UTC or any offset.</param>
    /// <param name="zone">The person's time zone.</param>
    public DateTimeOffset NextAllowed(DateTimeOffset wanted, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(wanted, zone).DateTime;
        for (var step = 0; step < 16 && IsQuiet(local); step++)
        {
            local = IsQuietDay(local) || TimeOnly.FromDateTime(local) >= From ? Morning(local.Date.AddDays(1)) : Morning(local.Date);
        }

        // A morning that daylight saving skips comes an hour later.
        var existing = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        var allowed = new DateTimeOffset(existing, zone.GetUtcOffset(existing)).ToUniversalTime();
        return allowed > wanted ? allowed : wanted.ToUniversalTime();
    }

    /// <summary>Whether nothing may come at this local time.</summary>
    public bool IsQuiet(DateTime local)
    {
        var time = TimeOnly.FromDateTime(local);
        var night = From <= Until ? time >= From && time < Until : time >= From || time < Until;
        return night || IsQuietDay(local);
    }

    private bool IsQuietDay(DateTime local) => Weekends && local.DayOfWeek is (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private DateTime Morning(DateTime day) => day.Add(Until.ToTimeSpan());
}
