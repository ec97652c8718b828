using LearningBuddy.LtiTool.Texts;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("<p>Role&nbsp;play 1</p>\n", "Role play 1")]
    [InlineData("two\r\nlines\u0007", "two lines")]
    [InlineData("a < b", "a < b")]
    [InlineData("<head><title>x</title></head><style>p{}</style>Sorry<script>alert('a')</script> again", "Sorry again")]
    [InlineData("Sorry<script>alert(1)", "Sorry")]
    [InlineData("<br>", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_name_is_one_readable_line(string? text, string? line) => Assert.Equal(line, PlainText.Line(text, 200));

    [Fact]
    public void A_long_one_is_cut_at_a_whole_character()
    {
        Assert.Equal(new string('a', 198) + "…", PlainText.Line(new string('a', 198) + "😀" + new string('b', 10_000), 200));
        Assert.Equal(new string('a', 199) + "…", PlainText.Line(new string('a', 10_000), 200));
        Assert.Equal(new string('a', 200), PlainText.Line(new string('a', 200), 200));
    }
}
