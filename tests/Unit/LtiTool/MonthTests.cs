using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Features.Preferences;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.People;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>The picture of the next weeks.</summary>
public sealed class MonthTests
{
    private static readonly DateOnly Wednesday = new(2026, 11, 18);

    [Theory]
    [InlineData(DayOfWeek.Monday, "2026-11-16")]
    [InlineData(DayOfWeek.Sunday, "2026-11-15")]
    [InlineData(DayOfWeek.Saturday, "2026-11-14")]
    [InlineData(DayOfWeek.Wednesday, "2026-11-18")]
    public void A_week_begins_as_the_readers_country_has_it(DayOfWeek first, string day)
    {
        var month = Draw(first);

        Assert.Equal(DateOnly.Parse(day, null), month.Weeks[0][0].Day);
        Assert.All(month.Weeks, week => Assert.Equal(7, week.Count));
        Assert.Equal(Wednesday, Assert.Single(month.Weeks.SelectMany(week => week), one => one.IsToday).Day);
    }

    [Theory]
    [InlineData(null, 2)]
    [InlineData("2026-11-20", 2)]
    [InlineData("2026-11-30", 3)]
    [InlineData("2026-12-20", 5)]
    [InlineData("2026-12-21", 2)]
    [InlineData("2026-11-17", 2)]
    public void It_is_as_long_as_what_comes_and_five_weeks_at_most(string? day, int weeks)
    {
        var last = day is null ? [] : new[] { On(DateOnly.Parse(day, null)) };
        Assert.Equal(weeks, Draw(DayOfWeek.Monday, last).Weeks.Count);
    }

    [Fact]
    public void Quiet_days_and_past_ones_are_known_and_what_was_called_off_does_not_come()
    {
        var month = Draw(
            DayOfWeek.Monday, On(new DateOnly(2026, 11, 23)), On(new DateOnly(2026, 11, 24)) with { IsCancelled = true });
        var days = month.Weeks.SelectMany(week => week).ToList();

        Assert.Equal([21, 22, 28, 29], days.Where(day => day.IsQuiet).Select(day => day.Day.Day));
        Assert.Equal([16, 17], days.Where(day => day.IsPast).Select(day => day.Day.Day));
        Assert.Equal(23, Assert.Single(month.Full).Day.Day);
    }

    private static Upcoming On(DateOnly day) => new(UpcomingKind.JourneyEnd, Guid.NewGuid()) { Day = day };

    private static Month Draw(DayOfWeek first, params Upcoming[] all) => Month.Of(
        new PersonDates(new Person(Guid.NewGuid()), "Europe/Berlin", new Dictionary<Guid, JourneyDesign>()) { All = all },
        Wednesday, first, Weekdays.Weekend);
}
