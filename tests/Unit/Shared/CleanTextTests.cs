using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.People;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared;

public sealed class CleanTextTests
{
    private const string Family = "👩‍👩‍👧";

    [Fact]
    public void What_was_pasted_comes_back_letter_by_letter()
    {
        const string pasted = "“smart” ‘quotes’ – \u00a0 \u00ad \u2028 \ufeff Nəxʷsƛ̕ay̓əmúcən 🌟 " + Family;

        Assert.Equal(pasted, CleanText.Of(pasted));
    }

    [Theory]
    [InlineData("x\0y", "xy")]
    [InlineData("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour")]
    [InlineData("line\vbreak\u0085of Word", "line\nbreak\nof Word")]
    [InlineData("bell\u0007 escape\u001b delete\u007f", "bell escape delete")]
    [InlineData("a\tb", "a\tb")]
    [InlineData(null, "")]
    public void Control_characters_are_left_out_and_line_breaks_are_line_feeds(string? typed, string kept) =>
        Assert.Equal(kept, CleanText.Of(typed));

    [Fact]
    public void Half_an_emoji_is_left_out() => Assert.Equal("half  here", CleanText.Of("half " + "🌟"[0] + " here"));

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc")]
    [InlineData("ab🌟", 3, "ab")]
    [InlineData("ab" + Family, 8, "ab")]
    [InlineData("cafe\u0301", 4, "caf")]
    [InlineData("", 0, "")]
    public void A_text_is_cut_between_whole_characters(string text, int longest, string kept) => Assert.Equal(kept, CleanText.Cut(text, longest));

    [Fact]
    public void The_end_of_a_text_begins_with_a_whole_character() => Assert.Equal("b.pdf", CleanText.CutFront("a" + Family + "b.pdf", 7));

    [Fact]
    public void A_letter_with_more_accents_than_there_is_room_for_is_not_lost() =>
        Assert.Equal(10, CleanText.Cut("a" + new string('\u0301', 20), 10).Length);

    [Theory]
    [InlineData("\u200b\u200b\u2060")]
    [InlineData("\u3164")]
    [InlineData("\u2800")]
    [InlineData("\u202e \u00a0\u034f\ufe0f")]
    [InlineData("")]
    [InlineData(null)]
    public void A_name_nobody_can_see_is_none(string? name)
    {
        Assert.False(CleanText.IsVisible(name));
        Assert.Null(Person.NameFrom(name));
        Assert.Equal("#f55d", Person.NameOf(Guid.Parse("00000000-0000-0000-0000-00000000f55d"), name, name));
    }

    [Fact]
    public void A_name_is_kept_without_what_breaks_lines_and_databases() => Assert.Equal("Ada Sand", Person.NameFrom(" Ada\0\nSand "));

    [Fact]
    public void Words_that_are_cut_keep_whole_characters()
    {
        var person = new Person(Guid.NewGuid());
        person.CallMe(new string('a', Person.LongestName - 1) + "🌟");
        var invitation = new Invitation(Guid.NewGuid(), Guid.NewGuid(), default, new Asked(person.Id, null, DateTimeOffset.MaxValue), Guid.NewGuid(), default);
        invitation.Decline(person.Id, new string('a', Invitation.LongestReason - 1) + "🌟", default);
        var text = new EvidenceText { Situation = new string('a', 59) + "🌟" };

        Assert.Equal(new string('a', Person.LongestName - 1), person.ChosenName);
        Assert.Equal(new string('a', Invitation.LongestReason - 1), invitation.Reason);
        Assert.Equal(new string('a', 59) + "…", text.Title);
    }
}
