using LearningBuddy.Shared.Core;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared;

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
    public void What_could_not_be_asked_is_none(string? text) => Assert.Null(WebAddress.Find(text));
}
