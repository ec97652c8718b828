using LearningBuddy.LtiTool.Features.Reviews;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>What changed between two versions of a text, as a reviewer sees it: <c>+new+</c> and <c>-taken out-</c>.</summary>
public sealed class TextChangesTests
{
    [Theory]
    [InlineData("The same.", "The same.", "The same.")]
    [InlineData("", "", "")]
    [InlineData("", "All new.", "+All new.+")]
    [InlineData("All gone.", "", "-All gone.-")]
    [InlineData("The plan was due.", "The plan was due, and two teams don’t agree.", "The plan was due+, and two teams don’t agree+.")]
    [InlineData("I asked Sam first.", "I asked Mira first.", "I asked -Sam-+Mira+ first.")]
    [InlineData("I made sure that everybody spoke.", "I counted to eleven.", "I -made sure that everybody spoke-+counted to eleven+.")]
    [InlineData("我问了他。", "我问了她。", "我问了-他-+她+。")]
    [InlineData("سألت سامي أولا", "سألت ميرا أولا", "سألت -سامي-+ميرا+ أولا")]
    public void Changes_are_marked_word_by_word(string before, string after, string expected) =>
        Assert.Equal(expected, string.Concat(TextChanges.Of(before, after).Select(piece => piece.Kind switch
        {
            TextChange.New => $"+{piece.Words}+",
            TextChange.TakenOut => $"-{piece.Words}-",
            _ => piece.Words,
        })));

    [Theory]
    [InlineData("One two three four.", "Four three two one.")]
    [InlineData("a  b\nc", "a b\n\nc d")]
    [InlineData("👩‍🏫 asked", "👨‍🏫 asked")]
    public void Both_texts_can_be_read_off_what_is_marked(string before, string after)
    {
        var pieces = TextChanges.Of(before, after);

        Assert.Equal(after, string.Concat(pieces.Where(piece => piece.Kind != TextChange.TakenOut).Select(piece => piece.Words)));
        Assert.Equal(before, string.Concat(pieces.Where(piece => piece.Kind != TextChange.New).Select(piece => piece.Words)));
    }

    [Fact]
    public void What_people_wrote_is_never_markup()
    {
        using var writer = new StringWriter();
        TextChanges.Marked("<b>a</b>", "<i>b</i>").WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);

        Assert.DoesNotContain("<b>", writer.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Long_texts_with_nothing_in_common_are_shown_as_a_whole()
    {
        var (before, after) = (string.Join(' ', Enumerable.Range(0, 4000)), string.Join(' ', Enumerable.Range(5000, 4000)));

        Assert.Equal([(TextChange.TakenOut, before), (TextChange.New, after)], TextChanges.Of(before, after));
    }
}
