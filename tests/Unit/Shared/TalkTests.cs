using LearningBuddy.Shared.Buddies;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared;

/// <summary>What a pair writes for a talk.</summary>
public sealed class TalkTests
{
    private readonly Talk talk = new(Story.Id("pair"), Story.Id("participation"), 2);

    [Fact]
    public void Times_are_kept_in_their_order_once_each_and_three_at_most()
    {
        talk.Offer([At(3), At(1), At(3), At(2), At(4)], "  Room 4 ");

        Assert.Equal([(1, At(1)), (2, At(2)), (3, At(3))], talk.Times.Select(time => (time.Number, time.StartsAt)));
        Assert.Equal("Room 4", talk.Place);
    }

    [Fact]
    public void A_time_that_is_taken_takes_the_others_away_and_the_place_stays()
    {
        talk.Offer([At(1), At(2)], "Room 4");

        Assert.False(talk.Take(At(3)));
        Assert.True(talk.Take(At(2)));
        Assert.False(talk.Take(At(1)));
        talk.Offer([At(5)], null);
        Assert.Equal("Room 4", talk.Place);
    }

    [Fact]
    public void Times_that_take_the_place_of_others_are_no_times_of_before()
    {
        talk.Offer([At(1), At(2)], null);
        var before = talk.Times.Select(time => time.Number).ToList();
        talk.Offer([At(2), At(3)], null);

        Assert.Equal([At(2), At(3)], talk.Times.Select(time => time.StartsAt));
        Assert.Empty(before.Intersect(talk.Times.Select(time => time.Number)));
    }

    [Fact]
    public void Nothing_that_came_to_mind_is_not_the_same_as_nothing_written()
    {
        Assert.Null(talk.Recall);
        talk.Remember(" \u200b ");
        Assert.Equal("", talk.Recall);
        talk.Remember(new string('a', Talk.LongestText + 1));
        Assert.Equal(Talk.LongestText, talk.Recall!.Length);
    }

    [Theory]
    [InlineData("the call ends", "say the date", true)]
    [InlineData(" ", "say the date", false)]
    [InlineData("the call ends", null, false)]
    public void A_plan_has_two_halves(string? when, string? will, bool isWhole)
    {
        Assert.Equal(isWhole, talk.Promise(when, will));
        // What is there is kept: nobody types it twice.
        Assert.Equal(string.IsNullOrWhiteSpace(when) ? null : when, talk.When);
        Assert.Equal(will, talk.Will);
    }

    [Fact]
    public void A_talk_is_one_of_three_and_known_by_its_pair_and_number()
    {
        Assert.Equal(Talk.IdOf(Story.Id("pair"), 2), talk.Id);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Talk(Story.Id("pair"), Story.Id("participation"), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Talk(Story.Id("pair"), Story.Id("participation"), 4));
    }

    [Fact]
    public void Questions_of_the_design_are_read_line_by_line() =>
        Assert.Equal(["What now?", "And then?"], new TalkPrompts(Second: "What now?\n\n  And then? ").Of(2));

    /// <summary>What the second says holds, who has the figure of the first before them. One alone proves nothing.</summary>
    [Theory]
    [InlineData(30, 30, 30)]
    [InlineData(30, 40, 40)]
    [InlineData(30, null, null)]
    [InlineData(null, 30, null)]
    [InlineData(null, null, null)]
    public void How_long_it_took_is_known_where_both_say_it(int? first, int? second, int? known) =>
        Assert.Equal(known, TalkHeld.Agreed(new TalkProgress(1) { ClaimedMinutes = first }, second));

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, 1)]
    [InlineData(Talk.MostMinutes, Talk.MostMinutes)]
    [InlineData(Talk.MostMinutes + 1, null)]
    public void A_length_that_no_talk_has_is_none(int typed, int? read) => Assert.Equal(read, TalkHeld.Length(typed));

    private static DateTimeOffset At(int day) => A.Monday.AddDays(day);
}
