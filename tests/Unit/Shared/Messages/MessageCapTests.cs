using LearningBuddy.Shared.Messages;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared.Messages;

public sealed class MessageCapTests
{
    [Theory]
    [InlineData("Europe/Berlin", "", "2026-11-25T12:00Z", "2026-11-25T12:00Z")]
    [InlineData("Europe/Berlin", "2026-11-25T07:00Z", "2026-11-25T12:00Z", "2026-11-25T23:00Z")] // the person's midnight
    [InlineData("Europe/Berlin", "2026-11-25T22:30Z", "2026-11-25T23:00Z", "2026-11-25T23:00Z")] // half an hour later is tomorrow
    [InlineData("Europe/Berlin", "2026-10-24T22:00Z", "2026-10-25T22:30Z", "2026-10-25T23:00Z")] // a day of 25 hours
    [InlineData("Europe/Berlin", "2026-03-28T23:00Z", "2026-03-29T21:30Z", "2026-03-29T22:00Z")] // a day of 23 hours
    [InlineData("America/Havana", "2026-03-07T17:00Z", "2026-03-08T04:30Z", "2026-03-08T05:00Z")] // the day begins at 1:00
    [InlineData("Asia/Beirut", "2026-10-24T09:00Z", "2026-10-24T20:30Z", "2026-10-24T22:00Z")] // its last hour comes twice
    public void One_goes_per_day_of_the_persons_calendar(string zone, string sent, string wanted, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected), Next(wanted, sent, zone));

    [Fact]
    public void The_fifth_goes_when_the_first_is_seven_days_old()
    {
        const string Sent = "2026-11-26T07:00Z 2026-11-23T07:00Z 2026-11-25T07:00Z 2026-11-24T07:00Z";

        Assert.Equal(DateTimeOffset.Parse("2026-11-30T07:00Z"), Next("2026-11-27T07:00Z", Sent));
        Assert.Equal(DateTimeOffset.Parse("2026-11-30T07:00Z"), Next("2026-11-30T07:00Z", Sent));
    }

    [Fact]
    public void A_clock_that_was_put_back_makes_no_week_fuller_and_no_year_emptier()
    {
        Assert.Equal(
            DateTimeOffset.Parse("2026-12-02T12:00Z"),
            Next("2026-11-24T12:00Z", "2026-11-25T12:00Z 2026-11-26T12:00Z 2026-11-27T12:00Z 2026-11-28T12:00Z"));
        Assert.Equal(
            DateTimeOffset.Parse("2026-11-24T12:00Z"),
            Next("2026-11-24T12:00Z", "2027-11-25T12:00Z 2027-11-26T12:00Z 2027-11-27T12:00Z 2027-11-28T12:00Z"));
    }

    private static DateTimeOffset Next(string wanted, string sent, string zone = "UTC") => MessageCap.NextAllowed(
        DateTimeOffset.Parse(wanted),
        sent.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(moment => DateTimeOffset.Parse(moment)),
        TimeZoneInfo.FindSystemTimeZoneById(zone));
}
