extern alias demolms;

using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Web;
using demolms::LearningBuddy.DemoLms.World;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>Asks for access tokens as the scripted tool.</summary>
internal static class TokenRequests
{
    /// <summary>A client assertion every platform accepts.</summary>
    public static JsonObject Assertion(DemoLmsHost lms, School school)
    {
        var now = lms.World.Clock.GetUtcNow().ToUnixTimeSeconds();
        return new JsonObject
        {
            ["iss"] = school.Tool!.ClientId,
            ["sub"] = school.Tool.ClientId,
            ["aud"] = Url(lms, school),
            ["iat"] = now,
            ["exp"] = now + 60,
            ["jti"] = Guid.NewGuid().ToString(),
        };
    }

    public static string Url(DemoLmsHost lms, School school) =>
        lms.World.IssuerOf(school.Platform) + school.Platform.Personality.TokenPath;

    public static async Task<TokenAnswer> SendAsync(
        DemoLmsHost lms, School school, string assertion, string? scope = null, string grantType = "client_credentials")
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = grantType,
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = assertion,
            ["scope"] = scope ?? string.Join(' ', Lti.AllScopes),
        });
        return await PostAsync(lms, school, form);
    }

    /// <summary>
    /// The recorded request, with an assertion that has the recorded claims for this tool, platform and moment: a claim that is not
    /// in the recorded one, such as exp, is not in this one either.
    /// </summary>
    public static async Task<TokenAnswer> ReplayAsync(DemoLmsHost lms, School school, Recorded recorded)
    {
        var fields = HttpUtility.ParseQueryString(recorded.RequestBody);
        var here = Assertion(lms, school);
        var assertion = DemoLmsHost.Payload(fields["client_assertion"]!);
        foreach (var name in assertion.Select(claim => claim.Key).Where(name => name != "aud").ToList())
            assertion[name] = here[name]!.DeepClone();
        assertion["aud"] = assertion["aud"]!.GetValue<string>().Replace(
            Recorded.Platform, lms.World.IssuerOf(school.Platform), StringComparison.Ordinal);
        fields["client_assertion"] = ScriptedTool.Sign(assertion);
        using var form = new StringContent(fields.ToString()!, new MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        return await PostAsync(lms, school, form);
    }

    private static async Task<TokenAnswer> PostAsync(DemoLmsHost lms, School school, HttpContent form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url(lms, school)) { Content = form };
        request.Headers.UserAgent.ParseAdd("scripted-tool/1.0");
        using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return new TokenAnswer(
            (int)answer.StatusCode,
            answer.Content.Headers.ContentType?.MediaType,
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    internal sealed record TokenAnswer(int Status, string? MediaType, string Body);
}
