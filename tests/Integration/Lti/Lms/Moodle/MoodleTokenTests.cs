using System.Web;
using LearningBuddy.LtiTool.Lti;
using Microsoft.IdentityModel.JsonWebTokens;
using Xunit;

namespace LearningBuddy.Tests.Integration.Lti.Lms;

public sealed class MoodleTokenTests
{
    private static readonly MoodleCapture Moodle = new("4.5");

    [Fact]
    public async Task A_token_is_taken_from_an_answer_that_says_it_is_html()
    {
        await using var network = new RecordedPlatform().Play(Moodle.Exchange("token/success"));
        await using var tool = await Moodle.StartToolAsync(network);

        var token = await tool.Get<AccessTokens>().GetAsync(Moodle.Platform, [LtiScopes.Score], TestContext.Current.CancellationToken);

        Assert.Equal("3664363234d04224ea81fc48fb8908e5", token);
        var form = HttpUtility.ParseQueryString(network.Requests[0].Body);
        Assert.Equal("client_credentials", form["grant_type"]);
        Assert.Equal(LtiScopes.Score, form["scope"]);
        var assertion = new JsonWebToken(form["client_assertion"]);
        Assert.Equal(Moodle.Platform.ClientId, assertion.Issuer);
        Assert.Equal(Moodle.Platform.ClientId, assertion.Subject);
        Assert.Equal([Moodle.Site + "/mod/lti/token.php"], assertion.Audiences);
        Assert.NotEmpty(assertion.Id);
        Assert.Equal(TimeSpan.FromMinutes(5), assertion.ValidTo - assertion.IssuedAt);
    }

    [Fact]
    public async Task One_token_serves_until_a_minute_before_its_end_whatever_the_order_of_scopes()
    {
        await using var network = new RecordedPlatform().Play(Moodle.Exchange("token/success")).Play(Moodle.Exchange("token/success"));
        await using var tool = await Moodle.StartToolAsync(network);
        var tokens = tool.Get<AccessTokens>();

        await tokens.GetAsync(Moodle.Platform, [LtiScopes.Score, LtiScopes.Roster], TestContext.Current.CancellationToken);
        tool.Clock.Advance(TimeSpan.FromSeconds(3539));
        await tokens.GetAsync(Moodle.Platform, [LtiScopes.Roster, LtiScopes.Score], TestContext.Current.CancellationToken);
        Assert.Single(network.Requests);

        tool.Clock.Advance(TimeSpan.FromSeconds(1));
        await tokens.GetAsync(Moodle.Platform, [LtiScopes.Roster, LtiScopes.Score], TestContext.Current.CancellationToken);
        Assert.Equal(2, network.Requests.Count);
    }

    [Fact]
    public async Task Many_callers_at_once_make_one_request()
    {
        await using var network = new RecordedPlatform().Play(Moodle.Exchange("token/success"));
        await using var tool = await Moodle.StartToolAsync(network);
        var tokens = tool.Get<AccessTokens>();

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => tokens.GetAsync(Moodle.Platform, [LtiScopes.Score], TestContext.Current.CancellationToken)));

        Assert.Single(network.Requests);
        Assert.Single(all.Distinct());
    }

    [Theory]
    [InlineData("error-unknown-kid", "an error without a code")]
    [InlineData("error-wrong-key", "an error without a code")]
    [InlineData("error-expired", "an error without a code")]
    [InlineData("error-unknown-client", "invalid_client")]
    [InlineData("error-unknown-scope", "invalid_scope")]
    public async Task Every_recorded_refusal_is_told_and_not_tried_again(string name, string words)
    {
        var recorded = Moodle.Exchange("token/" + name);
        await using var network = new RecordedPlatform().Play(recorded);
        await using var tool = await Moodle.StartToolAsync(network);

        var failure = await Assert.ThrowsAsync<LtiServiceException>(
            () => tool.Get<AccessTokens>().GetAsync(Moodle.Platform, [LtiScopes.Score], TestContext.Current.CancellationToken));

        Assert.False(failure.MayRetry);
        Assert.Equal($"no token: localhost answered 400, {words}", failure.Message);
    }

    [Fact]
    public async Task A_token_that_allows_less_than_was_asked_for_is_not_used()
    {
        await using var network = new RecordedPlatform().Play(Moodle.Exchange("token/single-scope"));
        await using var tool = await Moodle.StartToolAsync(network);

        var failure = await Assert.ThrowsAsync<LtiServiceException>(() => tool.Get<AccessTokens>().GetAsync(
            Moodle.Platform, [LtiScopes.Score, LtiScopes.LineItem], TestContext.Current.CancellationToken));

        Assert.Contains("did not grant", failure.Message, StringComparison.Ordinal);
    }
}
