using System.Text.Json.Nodes;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>Recorded registrations, good and bad.</summary>
public sealed class MoodleRegistrationReplayTests
{
    [Fact]
    public async Task Answer_is_the_recorded_one()
    {
        await using var lms = await DemoLmsHost.StartAsync(register: false);

        using var answer = await RecordedMoodle.RegisterAsync(lms);

        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal([], Compare.Json(Recorded.LoadJson("registration/response.json"), body));
    }

    [Theory]
    [InlineData("error-auth-method")]
    [InlineData("error-domain-mismatch")]
    [InlineData("error-missing-domain")]
    public async Task Bad_request_gets_the_recorded_word_and_keeps_the_token(string recording)
    {
        await using var lms = await DemoLmsHost.StartAsync(register: false);
        var recorded = Recorded.Load($"registration/{recording}.json", lms.BaseUrl + "/moodle");
        var token = lms.RegistrationTokens.Issue(lms.Moodle, RecordedMoodle.ClientId);
        using var request = recorded.ToRequest(token);

        using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Empty(await Compare.AnswerAsync(recorded, answer));
        Assert.Equal("Good", lms.RegistrationTokens.Check(token).GetType().Name);
    }

    [Fact]
    public async Task Token_works_once_and_is_needed()
    {
        await using var lms = await DemoLmsHost.StartAsync(register: false);
        var token = lms.RegistrationTokens.Issue(lms.Moodle, RecordedMoodle.ClientId);
        var used = Recorded.Load("registration/error-token-used.json", lms.BaseUrl + "/moodle");
        var missing = Recorded.Load("registration/error-no-token.json", lms.BaseUrl + "/moodle");
        using var first = used.ToRequest(token);
        using var second = used.ToRequest(token);
        using var third = missing.ToRequest(null);

        using var good = await lms.Client.SendAsync(first, TestContext.Current.CancellationToken);
        using var again = await lms.Client.SendAsync(second, TestContext.Current.CancellationToken);
        using var without = await lms.Client.SendAsync(third, TestContext.Current.CancellationToken);

        Assert.Equal(200, (int)good.StatusCode);
        Assert.Empty(await Compare.AnswerAsync(used, again));
        Assert.Empty(await Compare.AnswerAsync(missing, without));
    }

    [Fact]
    public async Task New_tool_is_pending_until_it_is_activated()
    {
        await using var lms = await DemoLmsHost.StartAsync(register: false);
        var token = lms.RegistrationTokens.Issue(lms.Moodle, RecordedMoodle.ClientId);
        using var request = Recorded.Load("registration/error-token-used.json", lms.BaseUrl + "/moodle").ToRequest(token);

        using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);
        using var page = await lms.Client.GetAsync("/moodle/as/3/courses/2/add", TestContext.Current.CancellationToken);

        Assert.False(lms.Moodle.Tool!.IsActive);
        Assert.Equal(503, (int)page.StatusCode);
    }
}
