using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.LtiTool.Lti;
using Xunit;

namespace LearningBuddy.Tests.Unit.Lti;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("https://lms.example/items?id=7")]
    [InlineData("http://127.0.0.1:8080/items")]
    [InlineData("https://müller.example/")]
    public void An_address_of_the_web_is_found(string text) => Assert.NotNull(WebAddress.Find(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/items/7")]
    [InlineData("ftp://lms.example/items")]
    [InlineData("http://\u202e.example/")]
    [InlineData("http://xn--ä.example/")]
    [InlineData("http://12\ufffd.0.0.1:8080/")]
    public void What_could_not_be_asked_is_none(string? text) => Assert.Null(WebAddress.Find(text));

    [Theory]
    [InlineData("https://lms.example/items?id=7", "https://lms.example")]
    [InlineData("http://[::1]:8080/x", "http://[::1]:8080")]
    [InlineData("https://müller.example/", "https://xn--mller-kva.example")]
    [InlineData("https://ann:secret@lms.example:444/", "https://lms.example:444")]
    [InlineData("ftp://lms.example/", null)]
    public void An_origin_fits_into_a_header(string text, string? origin) => Assert.Equal(origin, WebAddress.OriginOf(text));

    /// <summary>Plain ones are not read twice: whatever is found can be written down, read again and asked all the same.</summary>
    [Fact]
    public void What_is_found_can_be_read_again() => Prop.ForAll(
        Gen.Elements(Bits).ListOf().Select(bits => "http" + string.Concat(bits)).ToArbitrary(),
        text => WebAddress.Find(text) is not { } found
            || (Uri.TryCreate(found.AbsoluteUri, UriKind.Absolute, out _) && WebAddress.CanBeNamed(found)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(5000).WithEndSize(12));

    private static readonly string[] Bits =
    [
        "://", "s://", "/", "//", "\\", ":", "@", "[", "]", "[::1]", "?", "#", ".", "..", "-", "_", "~", "a", "A", "1", "255", "0x7f",
        "%", "%41", "%zz", "xn--",
        " ", "\t", "\n", "|", "\"", "<", "{", "^", "`", "&", "=", "+", "$", "!", "*", "'", "(", ",", ";", "\0",
        "\u007f", "\u00e4", "\u202e", "\u200b", "\ufffd",
        new('b', 64), new('c', 260), "lms.example", "127.0.0.1", ":80", ":65536", "localhost",
    ];
}
