using System.Text.Json.Nodes;
using LearningBuddy.Tests.Integration.Captured;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

public sealed class MoodleTokenTests
{
    public static TheoryData<string> Versions => [.. CapturedMoodle.Versions];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Audience_and_a_repeated_jti_are_not_looked_at(string version)
    {
        await using var lms = await DemoLmsHost.StartAsync(version: version);
        var assertion = TokenRequests.Assertion(lms, lms.Moodle);
        assertion["aud"] = "https://elsewhere.example";
        var jwt = ScriptedTool.Sign(assertion);

        var first = await TokenRequests.SendAsync(lms, lms.Moodle, jwt);
        var second = await TokenRequests.SendAsync(lms, lms.Moodle, jwt);

        Assert.Equal((200, 200), (first.Status, second.Status));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Only_permitted_scopes_are_granted(string version)
    {
        await using var lms = await DemoLmsHost.StartAsync(version: version);

        var answer = await TokenRequests.SendAsync(
            lms, lms.Moodle, ScriptedTool.Sign(TokenRequests.Assertion(lms, lms.Moodle)), $"{Lti.NrpsScope} https://no.such/scope");

        Assert.Equal(Lti.NrpsScope, JsonNode.Parse(answer.Body)!["scope"]!.GetValue<string>());
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Token_ends_after_an_hour(string version)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);
        var recorded = lms.Recorded("nrps/all");
        var token = lms.Token(lms.Moodle);
        using var before = recorded.ToRequest(token);
        using var after = recorded.ToRequest(token);

        using var good = await lms.Client.SendAsync(before, TestContext.Current.CancellationToken);
        lms.World.Clock.Advance(TimeSpan.FromHours(1));
        using var late = await lms.Client.SendAsync(after, TestContext.Current.CancellationToken);

        Assert.Equal((200, 401), ((int)good.StatusCode, (int)late.StatusCode));
    }
}
