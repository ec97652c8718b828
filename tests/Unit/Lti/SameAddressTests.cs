using LearningBuddy.LtiTool.Lti;
using Xunit;

namespace LearningBuddy.Tests.Unit.Lti;

public sealed class SameAddressTests
{
    [Theory]
    [InlineData("https://buddy.example:443/lti/launch?x=%7E1", "https://buddy.example/lti/launch?x=~1", true)]
    [InlineData("https://BUDDY.example/lti/launch/", "https://buddy.example/lti/launch", true)]
    [InlineData("https://buddy.example/lti/launch?a=1", "https://buddy.example/lti/launch?a=1&b=2", true)]
    [InlineData("https://buddy.example/lti/launch?a=%c3%a9", "https://buddy.example/lti/launch?a=%C3%A9", true)]
    [InlineData("https://buddy.example/lti/launch?a=1", "https://buddy.example/lti/launch?a=12", false)]
    [InlineData("https://buddy.example/lti/launch", "https://buddy.example/lti/launch?a=1", false)]
    [InlineData("https://buddy.example/lti/launch?a=1%26b=2", "https://buddy.example/lti/launch?a=1&b=2", false)]
    [InlineData("https://buddy.example/lti/launch", "https://buddy.example/lti/other", false)]
    [InlineData("http://buddy.example/lti/launch", "https://buddy.example/lti/launch", false)]
    [InlineData("not an address", "not an address", true)]
    public void Spelling_makes_no_other_target(string login, string claim, bool isSame)
    {
        var (state, _) = LoginState.Begin(Guid.NewGuid(), login, null, DateTimeOffset.UnixEpoch);

        Assert.Equal(isSame, state.AskedFor(claim));
    }
}
