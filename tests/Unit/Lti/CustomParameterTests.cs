using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Texts;
using Xunit;

namespace LearningBuddy.Tests.Unit.Lti;

public sealed class CustomParameterTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("4", true, "4")]
    [InlineData("7,4,2", true, "7", "4", "2")]
    [InlineData("a%2Cb, c%20d", true, "a,b", "c d")]
    [InlineData("7,4,truncated", false, "7", "4")]
    [InlineData("timed out", false)]
    [InlineData("$Context.id.history", false)]
    [InlineData(null, false)]
    public void A_history_says_whether_it_is_whole(string? value, bool complete, params string[] ids)
    {
        var history = CustomParameter.HistoryOf(value);

        Assert.Equal(ids, history.Ids);
        Assert.Equal(complete, history.IsComplete);
    }

    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("UTC", "UTC")]
    [InlineData("99", null)]
    [InlineData("Berlin", null)]
    [InlineData("Europe/Atlantis", null)]
    [InlineData("../../etc/passwd", null)]
    public void A_time_zone_is_one_that_exists(string value, string? expected) =>
        Assert.Equal(expected, CustomParameter.TimeZoneOf(new Dictionary<string, string> { ["person_timezone"] = value }));

    [Theory]
    [InlineData("Trust & care", "Trust & care")]
    [InlineData("Trust &amp; care", "Trust & care")]
    [InlineData("<p>Read <b>this</b>\n now.</p>", "Read this now.")]
    [InlineData("2 < 3 and 5 > 4", "2 < 3 and 5 > 4")]
    [InlineData("<p></p>", null)]
    [InlineData("&lt;b&gt;", "<b>")]
    [InlineData(null, null)]
    public void Text_is_what_people_read(string? html, string? expected) => Assert.Equal(expected, PlainText.From(html));
}
