namespace LearningBuddy.SampleData.Chance;

/// <summary>When somebody is at it: hours of the day in their own time zone, seldom at weekends, hardly between the years.</summary>
/// <param name="Zone">Where they live.</param>
/// <param name="Hours">Local hours of the day, 0 to 24.</param>
/// <param name="Weekend">How likely a Saturday or Sunday is taken, 0 to 1.</param>
internal sealed record Rhythm(TimeZoneInfo Zone, Spread Hours, double Weekend)
{
    private const double BetweenTheYears = 0.05;

    /// <value>Nobody comes every day, or all that a weekend holds off would fall on Monday.</value>
    private const double WorkingDay = 0.7;

    /// <summary>The first moment after another that suits them.</summary>
    public DateTimeOffset After(DateTimeOffset earliest, Dice dice)
    {
        var local = TimeZoneInfo.ConvertTime(earliest, Zone).DateTime;
        for (var day = local.Date; ; day = day.AddDays(1))
        {
            var moment = day.AddMilliseconds((long)(dice.From(Hours) * 3_600_000));
            if (moment > local && dice.Happens(LikelinessOf(day)) && ToUtc(moment) is var at && at > earliest)
            {
                return at;
            }
        }
    }

    /// <summary>A moment for an appointment: on a working day, at a full quarter of an hour.</summary>
    public DateTimeOffset Appointment(DateTimeOffset earliest, Dice dice)
    {
        var day = TimeZoneInfo.ConvertTime(earliest, Zone).Date.AddDays(1);
        while (LikelinessOf(day) < WorkingDay)
        {
            day = day.AddDays(1);
        }

        return ToUtc(day.AddHours(9).AddMinutes(15 * dice.Below(32)));
    }

    /// <summary>The local day of a moment.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    private double LikelinessOf(DateTime day)
    {
        var week = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? Weekend : WorkingDay;
        return (day.Month, day.Day) is (12, >= 22) or (1, <= 4) ? Math.Min(week, BetweenTheYears) : week;
    }

    private DateTimeOffset ToUtc(DateTime local)
    {
        var existing = Zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(existing, Zone.GetUtcOffset(existing)).ToUniversalTime();
    }
}
