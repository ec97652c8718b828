using System.Text.Json.Nodes;
using System.Web;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Tests.Integration.Captured;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace LearningBuddy.Tests.Integration.Lti.Lms;

public sealed class MoodleTokenTests
{
    public static TheoryData<string> Versions => [.. MoodleCapture.Versions];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_token_is_taken_from_an_answer_that_says_it_is_html(string version)
    {
        var moodle = new MoodleCapture(version);
        await using var network = new RecordedPlatform().Play(moodle.Exchange("token/success"));
        await using var tool = await moodle.StartToolAsync(network);

        var token = await tool.Get<AccessTokens>().GetAsync(moodle.Platform, [LtiScopes.Score], TestContext.Current.CancellationToken);

        Assert.Equal(TokenOf(moodle, "token/success"), token);
        var form = HttpUtility.ParseQueryString(network.Requests[0].Body);
        Assert.Equal("client_credentials", form["grant_type"]);
        Assert.Equal(LtiScopes.Score, form["scope"]);
        var assertion = new JsonWebToken(form["client_assertion"]);
        Assert.Equal(moodle.Platform.ClientId, assertion.Issuer);
        Assert.Equal(moodle.Platform.ClientId, assertion.Subject);
        Assert.Equal([moodle.Site + "/mod/lti/token.php"], assertion.Audiences);
        Assert.NotEmpty(assertion.Id);
        Assert.Equal(TimeSpan.FromMinutes(5), assertion.ValidTo - assertion.IssuedAt);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task One_token_serves_until_a_minute_before_its_end_whatever_the_order_of_scopes(string version)
    {
        var moodle = new MoodleCapture(version);
        await using var network = new RecordedPlatform().Play(moodle.Exchange("token/success")).Play(moodle.Exchange("token/success"));
        await using var tool = await moodle.StartToolAsync(network);
        var tokens = tool.Get<AccessTokens>();

        await tokens.GetAsync(moodle.Platform, [LtiScopes.Score, LtiScopes.Roster], TestContext.Current.CancellationToken);
        tool.Clock.Advance(TimeSpan.FromSeconds(3539));
        await tokens.GetAsync(moodle.Platform, [LtiScopes.Roster, LtiScopes.Score], TestContext.Current.CancellationToken);
        Assert.Single(network.Requests);

        tool.Clock.Advance(TimeSpan.FromSeconds(1));
        await tokens.GetAsync(moodle.Platform, [LtiScopes.Roster, LtiScopes.Score], TestContext.Current.CancellationToken);
        Assert.Equal(2, network.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Many_callers_at_once_make_one_request(string version)
    {
        var moodle = new MoodleCapture(version);
        await using var network = new RecordedPlatform().Play(moodle.Exchange("token/success"));
        await using var tool = await moodle.StartToolAsync(network);
        var tokens = tool.Get<AccessTokens>();

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => tokens.GetAsync(moodle.Platform, [LtiScopes.Score], TestContext.Current.CancellationToken)));

        Assert.Single(network.Requests);
        Assert.Single(all.Distinct());
    }

    public static TheoryData<string, string, string> Refusals() => CapturedMoodle.OnEach<string>(
        ("token/error-unknown-kid", "an error without a code"),
        ("token/error-wrong-key", "an error without a code"),
        ("token/error-expired", "an error without a code"),
        ("token/error-unknown-client", "invalid_client"),
        ("token/error-unknown-scope", "invalid_scope"),
        ("token/error-json-body", "invalid_request"),
        ("token/error-no-scope", "invalid_request"),
        ("token/error-grant-type", "unsupported_grant_type"));

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Every_recorded_refusal_is_told_and_not_tried_again(string version, string name, string words)
    {
        var moodle = new MoodleCapture(version);
        var recorded = moodle.Exchange(name);
        // Ours is a form: of a recorded body of JSON only the answer can be played.
        if (name == "token/error-json-body")
            recorded = recorded with { RequestHeaders = new Dictionary<string, string>() };
        await using var network = new RecordedPlatform().Play(recorded);
        await using var tool = await moodle.StartToolAsync(network);

        var failure = await Assert.ThrowsAsync<LtiServiceException>(
            () => tool.Get<AccessTokens>().GetAsync(moodle.Platform, [LtiScopes.Score], TestContext.Current.CancellationToken));

        Assert.False(failure.MayRetry);
        Assert.Equal($"no token: localhost answered 400, {words}", failure.Message);
    }

    public static MatrixTheoryData<string, string> Careless => new(MoodleCapture.Versions,
        ["token/before-activation", "token/aud-is-issuer", "token/aud-wrong", "token/no-exp-no-jti"]);

    [Theory]
    [MemberData(nameof(Careless))]
    public async Task A_token_is_granted_to_a_careless_assertion_but_ours_is_never_one(string version, string name)
    {
        var moodle = new MoodleCapture(version);
        await using var network = new RecordedPlatform().Play(moodle.Exchange(name));
        await using var tool = await moodle.StartToolAsync(network);

        var token = await tool.Get<AccessTokens>().GetAsync(moodle.Platform, [LtiScopes.Roster], TestContext.Current.CancellationToken);

        Assert.Equal(TokenOf(moodle, name), token);
        var ours = new JsonWebToken(HttpUtility.ParseQueryString(network.Requests[0].Body)["client_assertion"]);
        Assert.Equal([moodle.Platform.TokenEndpoint.AbsoluteUri], ours.Audiences);
        Assert.NotEmpty(ours.Id);
        Assert.NotEqual(DateTime.MinValue, ours.ValidTo);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_token_for_the_known_part_of_the_scopes_is_not_used_for_the_whole(string version)
    {
        var moodle = new MoodleCapture(version);
        await using var network = new RecordedPlatform().Play(moodle.Exchange("token/partly-unknown-scope"));
        await using var tool = await moodle.StartToolAsync(network);

        var failure = await Assert.ThrowsAsync<LtiServiceException>(() => tool.Get<AccessTokens>().GetAsync(
            moodle.Platform, [LtiScopes.Roster, "https://purl.imsglobal.org/spec/lti-ts/scope/toolsetting"], TestContext.Current.CancellationToken));

        Assert.Contains("did not grant", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_token_that_allows_less_than_was_asked_for_is_not_used(string version)
    {
        var moodle = new MoodleCapture(version);
        await using var network = new RecordedPlatform().Play(moodle.Exchange("token/single-scope"));
        await using var tool = await moodle.StartToolAsync(network);

        var failure = await Assert.ThrowsAsync<LtiServiceException>(() => tool.Get<AccessTokens>().GetAsync(
            moodle.Platform, [LtiScopes.Score, LtiScopes.LineItem], TestContext.Current.CancellationToken));

        Assert.Contains("did not grant", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>The recorded request, field by field: ours has the same, and the recording tool's key verifies that tool's assertion.</summary>
    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Our_request_has_the_recorded_fields(string version)
    {
        var moodle = new MoodleCapture(version);
        var recorded = moodle.Json("token/request.json");
        await using var network = new RecordedPlatform().Play(moodle.Exchange("token/success"));
        await using var tool = await moodle.StartToolAsync(network);

        await tool.Get<AccessTokens>().GetAsync(moodle.Platform, [LtiScopes.Roster], TestContext.Current.CancellationToken);

        var form = HttpUtility.ParseQueryString(network.Requests[0].Body);
        Assert.Equal(recorded["form"]!.AsObject().Select(field => field.Key), form.AllKeys);
        Assert.Equal(recorded["form"]!["client_assertion_type"]!.GetValue<string>(), form["client_assertion_type"]);
        var ours = JsonNode.Parse(Base64UrlEncoder.Decode(form["client_assertion"]!.Split('.')[1]))!.AsObject();
        Assert.Empty(recorded["clientAssertion"]!["payload"]!.AsObject().Select(claim => claim.Key).Except(ours.Select(claim => claim.Key)));
        var checkedAssertion = await new JsonWebTokenHandler().ValidateTokenAsync(
            recorded["form"]!["client_assertion"]!.GetValue<string>(),
            new TokenValidationParameters
            {
                IssuerSigningKeys = new JsonWebKeySet(moodle.Text("tool-jwks.json")).Keys,
                ValidIssuer = moodle.Platform.ClientId,
                ValidAudience = moodle.Platform.TokenEndpoint.AbsoluteUri,
                ValidateLifetime = false,
            });
        Assert.True(checkedAssertion.IsValid, checkedAssertion.Exception?.Message);
    }

    private static string TokenOf(MoodleCapture moodle, string name) =>
        JsonNode.Parse(moodle.Exchange(name).Body)!["access_token"]!.GetValue<string>();
}
