namespace LearningBuddy.Shared.Core;

/// <summary>Promises are counted in working days: nobody is expected to read at the weekend. Holidays aren't known.</summary>
public static class WorkingDays
{
    private static readonly TimeOnly EndOfWork = new(18, 0);

    /// <summary>The end of the working day that comes so many working days after the day of a moment.</summary>
    /// <param name="days">At least 1.</param>
    /// <param name="from">The moment from which is counted.</param>
    /// <param name="zone">Where the day is counted.</param>
    /// <returns>UTC.</returns>
    public static DateTimeOffset EndAfter(int days, DateTimeOffset from, TimeZoneInfo zone)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, zone).DateTime);
        for (var left = days; left > 0; left -= IsOne(day) ? 1 : 0)
        {
            day = day.AddDays(1);
        }

        var end = day.ToDateTime(EndOfWork);
        return new DateTimeOffset(end, zone.GetUtcOffset(end)).ToUniversalTime();
    }

    private static bool IsOne(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
