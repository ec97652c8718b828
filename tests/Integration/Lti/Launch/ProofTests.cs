using System.Net;
using System.Text.Json.Nodes;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Tests.Integration.Lti.Certification;
using Xunit;

namespace LearningBuddy.Tests.Integration.Lti;

/// <summary>What the tool does for browsers whose cookie does not come back, and what it tells the door about them.</summary>
public sealed class ProofTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Without_a_cookie_a_page_asks_the_browser_for_its_proof()
    {
        using var lms = new ScriptedPlatform();
        await using var tool = await LtiHost.StartAsync(Noon);

        using var answer = await new CertificationRun(Case("""{ "browser": "sends no cookie" }"""), tool, lms).PlayAsync();

        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("src=\"/lti/launch.js?v=", page, StringComparison.Ordinal);
        Assert.Contains("data-key=\"__Host-lb-", page, StringComparison.Ordinal);
        Assert.Contains("name=\"id_token\" value=\"eyJ", page, StringComparison.Ordinal);
        Assert.Equal(0, tool.Admission.Count);
    }

    [Fact]
    public async Task A_cookie_that_comes_back_is_taken_away_and_the_sessions_own_is_set()
    {
        using var lms = new ScriptedPlatform();
        await using var tool = await LtiHost.StartAsync(Noon);

        using var answer = await new CertificationRun(Case("{}"), tool, lms).PlayAsync();

        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.Matches("^__Host-lb-[0-9a-f]{16}=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=None; Partitioned$", cookies[0]);
        Assert.Equal("__Host-lb-s-1=secret; Path=/; Secure; HttpOnly; SameSite=None; Partitioned", cookies[1]);
        Assert.True(tool.Admission.Browser.AcceptsCookies);
    }

    [Fact]
    public async Task A_proof_from_storage_makes_a_session_without_a_cookie()
    {
        using var lms = new ScriptedPlatform();
        await using var tool = await LtiHost.StartAsync(Noon);

        using var answer = await new CertificationRun(
            Case("""{ "browser": "sends no cookie", "form": { "proof": "{proof}" } }"""), tool, lms).PlayAsync();

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.False(tool.Admission.Browser.AcceptsCookies);
    }

    [Fact]
    public async Task The_administrator_learns_why_the_last_launch_was_refused()
    {
        using var lms = new ScriptedPlatform();
        await using var tool = await LtiHost.StartAsync(Noon);

        using var answer = await new CertificationRun(Case("""{ "without": ["claims.sub"] }"""), tool, lms).PlayAsync();

        Assert.Equal("LTI-036", Assert.Single(tool.Platforms.Refusals).Code);
        Assert.Contains("frame-ancestors https://school.example", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private static CertificationCase Case(string difference) => CertificationCase.Of(JsonNode.Parse(difference)!.AsObject());
}
