extern alias demolms;

using System.Text.Json.Nodes;
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
