using LearningBuddy.LtiTool.Lti;
using Xunit;

namespace LearningBuddy.Tests.Unit.Lti;

public sealed class PlatformWordsTests
{
    [Theory]
    [InlineData("""{"errors":[{"field":"redirect_uris","message":"is invalid"}]}""", "redirect_uris, is invalid")]
    [InlineData("""{"error":"invalid_token","error_description":"rt is used","registration_access_token":"s3cret"}""", "invalid_token, … is used")]
    [InlineData("""{"errors":["one","two"]}""", "one, two")]
    [InlineData("""{"access_token":"s3cret"}""", "")]
    [InlineData("<html><head><title>x</title></head><body><h1>Bad request</h1><p>domain</p></body></html>", "Bad request domain")]
    [InlineData("plain words", "plain words")]
    [InlineData("", "")]
    public void The_useful_words_of_a_refusal_are_kept(string body, string words) => Assert.Equal(words, PlatformWords.Body(body, "rt"));

    [Fact]
    public void A_wall_of_text_is_cut() =>
        Assert.Equal(400, PlatformWords.Body("<p>" + new string('x', 200_000) + "</p>", null).Length);
}
