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
}
