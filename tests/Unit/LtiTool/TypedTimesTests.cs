using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.LtiTool.Features.Buddies;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>Day and hour as fields send them, on the clock of whoever typed them.</summary>
public sealed class TypedTimesTests
{
    private static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia", "Australia/Lord_Howe", "UTC"];

    [Theory]
    [InlineData("2026-12-03T12:30", "Europe/Berlin", "2026-12-03T11:30Z")]
    [InlineData("2026-12-03T12:30:45", "Asia/Kolkata", "2026-12-03T07:00Z")]
    [InlineData("2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30Z")]
    [InlineData("2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30Z")]
    [InlineData("2026-11-01T01:30", "America/New_York", "2026-11-01T05:30Z")]
    public void A_time_is_read_on_the_clock_of_its_zone(string typed, string zone, string expected) => Assert.Equal(
        DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), TypedTimes.Read(typed, TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("2026-12-03")]
    [InlineData("2026-02-30T12:30")]
    [InlineData("0001-01-01T00:00")]
    [InlineData("9999-12-31T23:59")]
    public void What_is_no_time_is_none(string? typed) => Assert.Null(TypedTimes.Read(typed, TimeZoneInfo.Utc));

    [Fact]
    public void What_a_field_shows_reads_back_as_the_same_moment_but_for_the_hour_that_comes_twice() => Prop.ForAll(
        Gen.Choose(0, 150 * 365 * 24 * 60).Zip(Gen.Elements(Zones)).ToArbitrary(),
        chance =>
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(chance.Item2);
            var at = new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(chance.Item1);
            var read = TypedTimes.Read(TypedTimes.Write(at, zone), zone);
            return read == at || (zone.IsAmbiguousTime(TimeZoneInfo.ConvertTime(at, zone).DateTime) && read < at);
        }).QuickCheckThrowOnFailure();
}
