using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.Shared.Messages;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared.Messages;

public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-11-25T12:00:00Z", "2026-11-25T12:00:00Z")] // Wednesday noon
    [InlineData("Europe/Berlin", "2026-11-25T17:59:59Z", "2026-11-25T17:59:59Z")] // the last second before 19:00
    [InlineData("Europe/Berlin", "2026-11-25T18:00:00Z", "2026-11-26T07:00:00Z")] // 19:00
    [InlineData("Europe/Berlin", "2026-11-26T06:59:59Z", "2026-11-26T07:00:00Z")] // the last second before 8:00
    [InlineData("Europe/Berlin", "2026-11-27T19:00:00Z", "2026-11-30T07:00:00Z")] // Friday night
    [InlineData("Europe/Berlin", "2026-11-28T12:00:00Z", "2026-11-30T07:00:00Z")] // Saturday noon
    [InlineData("Europe/Berlin", "2026-03-28T12:00:00Z", "2026-03-30T06:00:00Z")] // over the beginning of summer time
    [InlineData("Europe/Berlin", "2026-10-23T20:00:00Z", "2026-10-26T07:00:00Z")] // over its end
    [InlineData("America/New_York", "2026-03-07T12:00:00Z", "2026-03-09T12:00:00Z")]
    [InlineData("America/New_York", "2026-10-31T12:00:00Z", "2026-11-02T13:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-03T00:00:00Z", "2026-10-04T21:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-04T00:00:00Z", "2026-04-05T21:30:00Z")]
    [InlineData("Asia/Kolkata", "2026-11-25T14:00:00Z", "2026-11-26T02:30:00Z")]
    [InlineData("Asia/Tokyo", "2026-11-25T10:00:00Z", "2026-11-25T23:00:00Z")]
    [InlineData("UTC", "2026-11-25T19:00:00Z", "2026-11-26T08:00:00Z")]
    public void Nights_and_weekends_are_quiet_unless_somebody_says_otherwise(string zone, string wanted, string expected) =>
        Assert.Equal(Moment(expected), QuietHours.Default.NextAllowed(Moment(wanted), Zone(zone)));

    [Theory]
    [InlineData("Europe/Berlin", "22:00", "02:30", "2026-03-28T23:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("America/New_York", "22:00", "02:30", "2026-03-08T05:00:00Z", "2026-03-08T07:00:00Z")]
    [InlineData("Australia/Lord_Howe", "22:00", "02:15", "2026-10-03T14:00:00Z", "2026-10-03T15:30:00Z")]
    public void An_end_that_the_clock_skips_is_where_it_goes_on(string zone, string from, string until, string wanted, string expected) =>
        Assert.Equal(Moment(expected), Hours(from, until).NextAllowed(Moment(wanted), Zone(zone)));

    [Theory]
    [InlineData("Europe/Berlin", "22:00", "02:30", "2026-10-24T22:30:00Z", "2026-10-25T00:30:00Z")] // the first 2:30
    [InlineData("Europe/Berlin", "22:00", "02:30", "2026-10-25T00:45:00Z", "2026-10-25T00:45:00Z")]
    [InlineData("Europe/Berlin", "22:00", "02:30", "2026-10-25T01:10:00Z", "2026-10-25T01:30:00Z")] // 2:10 again
    [InlineData("Europe/Berlin", "02:30", "05:00", "2026-10-25T00:40:00Z", "2026-10-25T01:00:00Z")] // back to 2:00, not quiet yet
    [InlineData("America/New_York", "22:00", "01:30", "2026-11-01T03:00:00Z", "2026-11-01T05:30:00Z")]
    [InlineData("America/New_York", "22:00", "01:30", "2026-11-01T06:10:00Z", "2026-11-01T06:30:00Z")]
    [InlineData("Australia/Lord_Howe", "22:00", "01:45", "2026-04-04T12:00:00Z", "2026-04-04T14:45:00Z")]
    [InlineData("Australia/Lord_Howe", "22:00", "01:45", "2026-04-04T15:05:00Z", "2026-04-04T15:15:00Z")]
    public void An_hour_that_comes_twice_is_quiet_as_shown(string zone, string from, string until, string wanted, string expected) =>
        Assert.Equal(Moment(expected), Hours(from, until).NextAllowed(Moment(wanted), Zone(zone)));

    [Theory]
    [InlineData("09:00", "17:00", "2026-11-25T09:00:00Z", "2026-11-25T17:00:00Z")] // by day
    [InlineData("19:00", "00:00", "2026-11-25T20:00:00Z", "2026-11-26T00:00:00Z")] // until midnight
    [InlineData("00:00", "08:00", "2026-11-25T00:00:00Z", "2026-11-25T08:00:00Z")] // from midnight on
    [InlineData("08:00", "08:00", "2026-11-25T08:00:00Z", "2026-11-25T08:00:00Z")] // never
    public void Hours_may_lie_in_a_day_or_across_midnight(string from, string until, string wanted, string expected) =>
        Assert.Equal(Moment(expected), Hours(from, until).NextAllowed(Moment(wanted), TimeZoneInfo.Utc));

    [Fact]
    public void With_one_free_day_it_comes_on_that_day() => Assert.Equal(
        Moment("2026-12-02T08:00:00Z"), Only(Weekdays.Wednesday).NextAllowed(Moment("2026-11-26T12:00:00Z"), TimeZoneInfo.Utc));

    [Fact]
    public void With_no_free_day_there_is_no_such_moment() => Assert.Null(
        Only(Weekdays.None).NextAllowed(Moment("2026-11-26T12:00:00Z"), TimeZoneInfo.Utc));

    [Fact]
    public void A_weeks_only_free_hour_that_the_clock_skips_comes_a_week_later() => Assert.Equal(
        Moment("2026-04-05T00:00:00Z"),
        (Only(Weekdays.Sunday) with { From = new(3, 0), Until = new(2, 0) })
            .NextAllowed(Moment("2026-03-29T00:30:00Z"), Zone("Europe/Berlin")));

    [Fact]
    public void Another_library_that_goes_minute_by_minute_finds_the_same() => Prop.ForAll(
        RandomPace.Quiet.ToArbitrary(),
        Gen.OneOf(RandomPace.Moment, RandomPace.NearAChange).ToArbitrary(),
        RandomPace.Zone.ToArbitrary(),
        (quiet, wanted, zone) => Assert.Equal(
            quiet.Days == Weekdays.All ? null : PlainClock.NextAllowed(quiet, wanted, zone), quiet.NextAllowed(wanted, zone)))
        .QuickCheckThrowOnFailure();

    private static QuietHours Only(Weekdays free) => QuietHours.Default with { Days = Weekdays.All & ~free };

    private static QuietHours Hours(string from, string until) => new(TimeOnly.Parse(from), TimeOnly.Parse(until), Weekdays.None);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text);

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);
}
