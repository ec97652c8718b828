namespace LearningBuddy.Shared.Core;

/// <summary>When days begin.</summary>
public static class DayStart
{
    /// <summary>When a day begins somewhere, UTC. Where clocks jump over midnight it begins an hour later.</summary>
    public static DateTimeOffset Of(DateOnly day, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        var exists = zone.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight;
        return new DateTimeOffset(exists, zone.GetUtcOffset(exists)).ToUniversalTime();
    }
}
