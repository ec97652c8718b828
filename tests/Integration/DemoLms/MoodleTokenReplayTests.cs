extern alias demolms;

using System.Text.Json.Nodes;
using demolms::LearningBuddy.DemoLms.World;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>Recorded token requests that another platform would have refused.</summary>
public sealed class MoodleTokenReplayTests
{
    [Theory]
    [InlineData("aud-is-issuer")]
    [InlineData("aud-wrong")]
    [InlineData("no-exp-no-jti")]
    [InlineData("partly-unknown-scope")]
    public async Task Recorded_request_is_granted_what_was_recorded(string recording)
    {
        await using var lms = await DemoLmsHost.StartAsync();

        await AssertGrantedAsync(lms, lms.Moodle, recording);
    }

    [Fact]
    public async Task Tool_that_is_still_pending_is_granted_a_token_too()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        lms.Moodle.Tool = lms.Moodle.Tool! with { IsActive = false };

        await AssertGrantedAsync(lms, lms.Moodle, "before-activation");
    }

    [Fact]
    public async Task Json_in_place_of_a_form_gets_the_recorded_error()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var recorded = Recorded.Load("token/error-json-body.json", lms.BaseUrl + "/moodle");
        using var request = recorded.ToRequest(null);

        using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Empty(await Compare.AnswerAsync(recorded, answer));
    }

    /// <summary>The token itself is all that may differ.</summary>
    private static async Task AssertGrantedAsync(DemoLmsHost lms, School school, string recording)
    {
        var recorded = Recorded.Load($"token/{recording}.json", "");

        var answer = await TokenRequests.ReplayAsync(lms, school, recorded);

        Assert.Equal((recorded.Status, "text/html"), (answer.Status, answer.MediaType));
        Assert.Equal(recorded.Body.Replace(TokenOf(recorded.Body), "…", StringComparison.Ordinal),
            answer.Body.Replace(TokenOf(answer.Body), "…", StringComparison.Ordinal));
    }

    private static string TokenOf(string body) => JsonNode.Parse(body)!["access_token"]!.GetValue<string>();
}
