using System.Text;
using System.Text.Json;
using LearningBuddy.LtiTool.Lti;
using Xunit;

namespace LearningBuddy.Tests.Unit.Lti;

public sealed class PlatformJsonTests
{
    [Theory]
    [InlineData("""{"\ud83d":"a\udc00b","n":"\u0000"}""", "\uFFFD", "a\uFFFDb", "\uFFFD")]
    [InlineData("""{"\ud83d\ude00":"\\ud83d","n":"\ud83d\ud83d\ude00"}""", "😀", """\ud83d""", "\uFFFD😀")]
    [InlineData("""{"a":"\"\ud83dx","n":"\ud83"}""", null, null, null)]
    public void Half_of_a_character_never_throws_later(string json, string? member, string? text, string? other)
    {
        if (member is null)
        {
            Assert.ThrowsAny<JsonException>(() => PlatformJson.Parse(json));
            return;
        }

        using var document = PlatformJson.Parse(json);
        Assert.Equal(member, document.RootElement.EnumerateObject().First().Name);
        Assert.Equal(text, document.RootElement.EnumerateObject().First().Value.GetString());
        Assert.Equal(other, document.RootElement.Text("n"));
    }

    [Fact]
    public void What_is_not_UTF_8_is_not_JSON() =>
        Assert.ThrowsAny<JsonException>(() => PlatformJson.Parse([(byte)'"', 0xFF, (byte)'"'], default));

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"true\"", true)]
    [InlineData("\"False\"", false)]
    [InlineData("0", false)]
    [InlineData("1", true)]
    [InlineData("\"maybe\"", null)]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    public void Flags_are_read_as_what_they_mean(string json, bool? flag)
    {
        using var document = PlatformJson.Parse($$"""{"f":{{json}}}""");
        Assert.Equal(flag, document.RootElement.Flag("f"));
    }

    [Theory]
    [InlineData("1656398468", "1656398468")]
    [InlineData("\"a\"", "a")]
    [InlineData("\"\"", null)]
    [InlineData("1.5", null)]
    [InlineData("1e3", null)]
    [InlineData("-1", null)]
    [InlineData("{}", null)]
    public void Whole_numbers_are_identifiers_too(string json, string? id)
    {
        using var document = PlatformJson.Parse($$"""{"id":{{json}},"list":[{{json}}]}""");
        Assert.Equal(id, document.RootElement.Id("id"));
        Assert.Equal(id is null ? [] : [id], document.RootElement.Ids("list"));
    }

    [Theory]
    [InlineData("a😀b", false)]
    [InlineData("a\0", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Odd_texts_are_known(string? text, bool isOdd) => Assert.Equal(isOdd, OutsideText.IsOdd(text));

    [Fact]
    public void Halves_are_odd()
    {
        Assert.True(OutsideText.IsOdd("a" + (char)0xD83D));
        Assert.True(OutsideText.IsOdd((char)0xDE00 + "a"));
        Assert.True(OutsideText.IsOdd($"{(char)0xD83D}{(char)0xD83D}{(char)0xDE00}"));
    }
}
