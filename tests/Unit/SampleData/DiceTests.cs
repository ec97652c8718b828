using LearningBuddy.SampleData.Chance;
using Xunit;

namespace LearningBuddy.Tests.Unit.SampleData;

public sealed class DiceTests
{
    [Fact]
    public void The_sequence_is_the_published_one()
    {
        var dice = new Dice(1234567);

        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(_ => dice.Next()));
    }

    [Fact]
    public void A_spread_has_as_many_between_any_two_of_its_points()
    {
        var dice = Dice.Of("spread");
        var spread = new Spread(0, 1, 10, 100);

        var drawn = Enumerable.Range(0, 30_000).Select(_ => dice.From(spread)).ToList();

        Assert.InRange(drawn.Count(number => number < 1), 9_700, 10_300);
        Assert.InRange(drawn.Count(number => number is >= 1 and < 10), 9_700, 10_300);
        Assert.All(drawn, number => Assert.InRange(number, 0, 100));
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("Asia/Kolkata")]
    public void Nobody_comes_before_they_could_or_at_an_hour_that_does_not_suit_them(string zoneId)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);
        var (rhythm, dice) = (new Rhythm(zone, new Spread(8, 12, 18), Weekend: 0), Dice.Of(zoneId));
        var at = new DateTimeOffset(2025, 10, 1, 0, 0, 0, TimeSpan.Zero);
        for (var visit = 0; visit < 400; visit++)
        {
            var next = rhythm.After(at, dice);
            var local = TimeZoneInfo.ConvertTime(next, zone);

            Assert.True(next > at);
            Assert.InRange(local.TimeOfDay.TotalHours, 8, 18);
            Assert.False(local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
            at = next;
        }
    }
}
