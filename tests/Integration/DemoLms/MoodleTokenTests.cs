using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

public sealed class MoodleTokenTests
{
    [Fact]
    public async Task Answer_is_json_that_calls_itself_html_in_the_recorded_layout()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var recorded = Recorded.Load("token/success.json", "");

        var answer = await TokenRequests.SendAsync(lms, lms.Moodle, ScriptedTool.Sign(TokenRequests.Assertion(lms, lms.Moodle)));

        Assert.Equal((200, "text/html"), (answer.Status, answer.MediaType));
        Assert.Equal(Layout(recorded.Body), Layout(answer.Body));
    }

    [Fact]
    public async Task Audience_and_a_repeated_jti_are_not_looked_at()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var assertion = TokenRequests.Assertion(lms, lms.Moodle);
        assertion["aud"] = "https://elsewhere.example";
        var jwt = ScriptedTool.Sign(assertion);

        var first = await TokenRequests.SendAsync(lms, lms.Moodle, jwt);
        var second = await TokenRequests.SendAsync(lms, lms.Moodle, jwt);

        Assert.Equal((200, 200), (first.Status, second.Status));
    }

    [Fact]
    public async Task Only_permitted_scopes_are_granted()
    {
        await using var lms = await DemoLmsHost.StartAsync();

        var answer = await TokenRequests.SendAsync(
            lms, lms.Moodle, ScriptedTool.Sign(TokenRequests.Assertion(lms, lms.Moodle)), $"{Lti.NrpsScope} https://no.such/scope");

        Assert.Equal(Lti.NrpsScope, JsonNode.Parse(answer.Body)!["scope"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("error-expired")]
    [InlineData("error-grant-type")]
    [InlineData("error-no-scope")]
    [InlineData("error-unknown-client")]
    [InlineData("error-unknown-kid")]
    [InlineData("error-unknown-scope")]
    [InlineData("error-wrong-key")]
    public async Task Error_is_the_recorded_one(string recording)
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var recorded = Recorded.Load($"token/{recording}.json", "");
        using var otherKey = RSA.Create(2048);
        var assertion = TokenRequests.Assertion(lms, lms.Moodle);
        if (recording == "error-expired")
            assertion["exp"] = assertion["iat"]!.GetValue<long>() - 3600;
        if (recording == "error-unknown-client")
            assertion["iss"] = "nobody";
        var jwt = ScriptedTool.Sign(
            assertion, recording == "error-unknown-kid" ? "no-such-key" : ScriptedTool.KeyId, recording == "error-wrong-key" ? otherKey : null);
        var scope = recording switch
        {
            "error-no-scope" => "",
            "error-unknown-scope" => "https://no.such/scope",
            _ => null,
        };

        var answer = await TokenRequests.SendAsync(
            lms, lms.Moodle, jwt, scope, recording == "error-grant-type" ? "authorization_code" : "client_credentials");

        Assert.Equal((recorded.Status, "text/html", recorded.Body), (answer.Status, answer.MediaType, answer.Body));
    }

    [Fact]
    public async Task Token_ends_after_an_hour()
    {
        await using var lms = await RecordedMoodle.StartAsync();
        var recorded = Recorded.Load("nrps/all.json", lms.BaseUrl + "/moodle");
        var token = lms.Token(lms.Moodle);
        using var before = recorded.ToRequest(token);
        using var after = recorded.ToRequest(token);

        using var good = await lms.Client.SendAsync(before, TestContext.Current.CancellationToken);
        lms.World.Clock.Advance(TimeSpan.FromHours(1));
        using var late = await lms.Client.SendAsync(after, TestContext.Current.CancellationToken);

        Assert.Equal((200, 401), ((int)good.StatusCode, (int)late.StatusCode));
    }

    /// <summary>The body with each value replaced, so that only the layout is left.</summary>
    private static string Layout(string body) => string.Join('\n', body.Split('\n').Select(line => line.Split(" : ")[0]));
}
