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

    public static TheoryData<string, string, string> Refusals()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var version in MoodleCapture.Versions)
        {
            data.Add(version, "error-unknown-kid", "an error without a code");
            data.Add(version, "error-wrong-key", "an error without a code");
            data.Add(version, "error-expired", "an error without a code");
            data.Add(version, "error-unknown-client", "invalid_client");
            data.Add(version, "error-unknown-scope", "invalid_scope");
            data.Add(version, "error-json-body", "invalid_request");
            data.Add(version, "error-no-scope", "invalid_request");
            data.Add(version, "error-grant-type", "unsupported_grant_type");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Every_recorded_refusal_is_told_and_not_tried_again(string version, string name, string words)
    {
        var moodle = new MoodleCapture(version);
        var recorded = moodle.Exchange("token/" + name);
        // Ours is a form: of a recorded body of JSON only the answer can be played.
        if (name == "error-json-body")
            recorded = recorded with { RequestHeaders = new Dictionary<string, string>() };
        await using var network = new RecordedPlatform().Play(recorded);
        await using var tool = await moodle.StartToolAsync(network);

        var failure = await Assert.ThrowsAsync<LtiServiceException>(
            () => tool.Get<AccessTokens>().GetAsync(moodle.Platform, [LtiScopes.Score], TestContext.Current.CancellationToken));

        Assert.False(failure.MayRetry);
        Assert.Equal($"no token: localhost answered 400, {words}", failure.Message);
    }

    [Theory]
    [InlineData("before-activation", "ca2d387943106b44e34b06c62889fb7e")]
    [InlineData("aud-is-issuer", "c167c33403f8beadb5c52aa2f29816dc")]
    [InlineData("aud-wrong", "615567f1292ea7c5511c6b7a1727a8d2")]
    [InlineData("no-exp-no-jti", "3b812e47f436e6fecde98932873ab80e")]
    public async Task A_token_is_granted_to_a_careless_assertion_but_ours_is_never_one(string name, string expected)
    {
        await using var network = new RecordedPlatform().Play(Moodle.Exchange("token/" + name));
        await using var tool = await Moodle.StartToolAsync(network);

        var token = await tool.Get<AccessTokens>().GetAsync(Moodle.Platform, [LtiScopes.Roster], TestContext.Current.CancellationToken);

        Assert.Equal(expected, token);
        var ours = new JsonWebToken(HttpUtility.ParseQueryString(network.Requests[0].Body)["client_assertion"]);
        Assert.Equal([Moodle.Platform.TokenEndpoint.AbsoluteUri], ours.Audiences);
        Assert.NotEmpty(ours.Id);
        Assert.NotEqual(DateTime.MinValue, ours.ValidTo);
    }

    [Fact]
    public async Task A_token_for_the_known_part_of_the_scopes_is_not_used_for_the_whole()
    {
        await using var network = new RecordedPlatform().Play(Moodle.Exchange("token/partly-unknown-scope"));
        await using var tool = await Moodle.StartToolAsync(network);

        var failure = await Assert.ThrowsAsync<LtiServiceException>(() => tool.Get<AccessTokens>().GetAsync(
            Moodle.Platform, [LtiScopes.Roster, "https://purl.imsglobal.org/spec/lti-ts/scope/toolsetting"], TestContext.Current.CancellationToken));

        Assert.Contains("did not grant", failure.Message, StringComparison.Ordinal);
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
