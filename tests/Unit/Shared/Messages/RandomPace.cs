using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.Tests.Unit.Shared.Messages;

/// <summary>What people could choose, and when they could be written to.</summary>
internal static class RandomPace
{
    private const int MinutesOfDay = 24 * 60;

    public static Gen<TimeZoneInfo> Zone { get; } = Gen.Elements(PlainClock.Zones).Select(id => TimeZoneInfo.FindSystemTimeZoneById(id));

    /// <summary>To the second, so that hardly any is on a whole minute, in years of settled rules.</summary>
    public static Gen<DateTimeOffset> Moment { get; } =
        from seconds in Gen.Choose(0, 3 * 365 * 24 * 3600)
        select new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(seconds);

    /// <summary>Up to three hours before a change of some zone's clock, or after it.</summary>
    public static Gen<DateTimeOffset> NearAChange { get; } =
        from change in Gen.Elements(
            "2026-03-29T01:00Z", "2026-10-25T01:00Z", "2026-03-08T07:00Z", "2026-11-01T06:00Z", "2026-03-08T05:00Z", "2026-03-28T22:00Z",
            "2026-10-24T21:00Z", "2026-04-04T15:00Z", "2026-10-03T15:30Z", "2026-04-04T14:00Z", "2026-09-26T14:00Z")
        from minutes in Gen.Choose(-180, 180)
        select DateTimeOffset.Parse(change).AddMinutes(minutes);

    public static Gen<QuietHours> Quiet { get; } = Gen.Frequency(
        (2, Gen.Constant(QuietHours.Default)),
        (5, QuietOn(Gen.Choose(0, (int)Weekdays.All).Select(days => (Weekdays)days))),
        (1, QuietOn(Gen.Constant(Weekdays.All))));

    public static Gen<MessagePace> Pace { get; } =
        from zone in Zone
        from quiet in Quiet
        from pause in Gen.Choose(-20, 20)
        from off in Gen.Choose(0, (int)(MessageChannels.InApp | MessageChannels.Mail | MessageChannels.Push))
        select new MessagePace
        {
            Zone = zone,
            Quiet = quiet,
            PausedUntil = pause > 0 ? A.Monday.AddDays(pause) : null,
            SwitchedOff = [new SwitchOff((MessageChannels)off)],
        };

    private static Gen<QuietHours> QuietOn(Gen<Weekdays> week) =>
        from first in Minute
        from end in Minute
        from days in week
        select new QuietHours(first, end, days);

    private static Gen<TimeOnly> Minute => Gen.Choose(0, MinutesOfDay - 1).Select(minute => TimeOnly.MinValue.AddMinutes(minute));
}
