using System.Text.Json.Nodes;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>Recorded roster traffic must get the recorded answers.</summary>
public sealed class MoodleRosterReplayTests
{
    [Theory]
    [InlineData("all")]
    [InlineData("accept-any")]
    [InlineData("accept-v1")]
    [InlineData("page-1")]
    [InlineData("page-2")]
    [InlineData("page-3")]
    [InlineData("role-instructor")]
    [InlineData("role-learner")]
    [InlineData("role-learner-uri")]
    [InlineData("role-mentor")]
    [InlineData("error-accept-json")]
    [InlineData("error-accept-list")]
    [InlineData("error-rlid-unknown")]
    public async Task Request_gets_the_recorded_answer(string recording)
    {
        await using var lms = await RecordedMoodle.StartAsync();
        var recorded = Recorded.Load($"nrps/{recording}.json", lms.BaseUrl + "/moodle");
        using var request = recorded.ToRequest(lms.Token(lms.Moodle));

        using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Empty(await Compare.AnswerAsync(recorded, answer));
    }

    [Theory]
    [InlineData("error-no-token", null)]
    [InlineData("error-bad-token", "no-such-token")]
    [InlineData("error-scope", "grades-only")]
    public async Task Missing_or_poor_token_is_401(string recording, string? token)
    {
        await using var lms = await RecordedMoodle.StartAsync();
        var recorded = Recorded.Load($"nrps/{recording}.json", lms.BaseUrl + "/moodle");
        using var request = recorded.ToRequest(token == "grades-only" ? lms.Token(lms.Moodle, Lti.AgsScope + "score") : token);

        using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Empty(await Compare.AnswerAsync(recorded, answer));
    }

    [Fact]
    public async Task Next_link_loses_the_role()
    {
        await using var lms = await RecordedMoodle.StartAsync();
        var recorded = Recorded.Load("nrps/role-learner-limit-5.json", lms.BaseUrl + "/moodle");
        using var request = recorded.ToRequest(lms.Token(lms.Moodle));

        using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(recorded.Link, answer.Headers.GetValues("Link").Single());
    }

    [Fact]
    public async Task Members_of_a_link_carry_a_message_and_the_next_link_keeps_the_link()
    {
        await using var lms = await RecordedMoodle.StartAsync();
        var recorded = Recorded.Load("nrps/rlid-limit.json", lms.BaseUrl + "/moodle");
        using var request = recorded.ToRequest(lms.Token(lms.Moodle));

        using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);

        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(recorded.Link, answer.Headers.GetValues("Link").Single());
        Assert.All(body["members"]!.AsArray(), m =>
            Assert.Equal("LtiResourceLinkRequest", m!["message"]![0]![Lti.Claim + "message_type"]!.GetValue<string>()));
    }
}
