using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

public sealed class CanvasTokenTests
{
    [Fact]
    public async Task Good_assertion_gets_a_token_once()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var jwt = ScriptedTool.Sign(TokenRequests.Assertion(lms, lms.Canvas));

        var first = await TokenRequests.SendAsync(lms, lms.Canvas, jwt);
        var second = await TokenRequests.SendAsync(lms, lms.Canvas, jwt);

        Assert.Equal((200, "application/json", 400), (first.Status, first.MediaType, second.Status));
        Assert.Equal(3600, JsonNode.Parse(first.Body)!["expires_in"]!.GetValue<int>());
        Assert.Contains("jti", second.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aud")]
    [InlineData("aud with a slash")]
    [InlineData("sub")]
    [InlineData("iss")]
    [InlineData("exp")]
    [InlineData("no exp")]
    [InlineData("iat")]
    [InlineData("no jti")]
    [InlineData("key")]
    [InlineData("kid")]
    [InlineData("scope")]
    public async Task Assertion_with_a_fault_is_refused(string fault)
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var assertion = TokenRequests.Assertion(lms, lms.Canvas);
        var now = assertion["iat"]!.GetValue<long>();
        using var otherKey = RSA.Create(2048);
        _ = fault switch
        {
            "aud" => assertion["aud"] = lms.World.IssuerOf(lms.Canvas.Platform),
            "aud with a slash" => assertion["aud"] = TokenRequests.Url(lms, lms.Canvas) + "/",
            "sub" => assertion["sub"] = "somebody",
            "iss" => assertion["iss"] = "somebody",
            "exp" => assertion["exp"] = now - 1,
            "iat" => assertion["iat"] = now - 301,
            "no exp" => assertion.Remove("exp"),
            "no jti" => assertion.Remove("jti"),
            _ => null!,
        };

        var answer = await TokenRequests.SendAsync(
            lms, lms.Canvas, ScriptedTool.Sign(assertion, fault == "kid" ? "other" : ScriptedTool.KeyId, fault == "key" ? otherKey : null),
            fault == "scope" ? "https://no.such/scope" : null);

        Assert.InRange(answer.Status, 400, 401);
        Assert.NotNull(JsonNode.Parse(answer.Body)!["error"]);
    }

    [Fact]
    public async Task Token_of_one_school_opens_nothing_at_another()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var south = lms.World.FindSchool("canvas-south")!;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/canvas/api/lti/courses/{lms.Canvas.Courses.First().Number}/line_items");
        request.Headers.Authorization = new("Bearer", lms.Token(south));
        request.Headers.UserAgent.ParseAdd("scripted-tool/1.0");

        using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(404, (int)answer.StatusCode);
    }
}
