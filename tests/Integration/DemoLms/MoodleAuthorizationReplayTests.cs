extern alias demolms;

using System.Text.Json.Nodes;
using System.Web;
using demolms::LearningBuddy.DemoLms.Oidc;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>Recorded authorization requests, good and bad.</summary>
public sealed class MoodleAuthorizationReplayTests
{
    private const string AuthPath = "/moodle/mod/lti/auth.php";

    [Theory]
    [InlineData("error-client-id")]
    [InlineData("error-login-hint")]
    [InlineData("error-no-message-hint")]
    [InlineData("error-no-nonce")]
    [InlineData("error-no-response-mode")]
    [InlineData("error-prompt-login")]
    [InlineData("error-redirect-uri")]
    [InlineData("error-redirect-uri-extra-query")]
    [InlineData("error-response-type")]
    [InlineData("error-scope")]
    [InlineData("no-prompt")]
    public async Task Request_ends_as_recorded(string recording)
    {
        await using var lms = await RecordedMoodle.StartAsync();
        var recorded = Recorded.LoadJson($"auth-endpoint/{recording}.json");

        var posted = await lms.AuthorizeAsync(AuthPath, RequestOf(recorded, Prepare(lms)));

        if (recorded["postedToTool"] is not JsonObject toTool)
        {
            Assert.Null(posted.Action);
            Assert.Contains("Invalid request", posted.Page, StringComparison.Ordinal);
            return;
        }

        Assert.Equal("http://localhost:8110/launch", posted.Action);
        if (toTool["formFields"] is JsonArray names)
            Assert.Equal(names.Select(n => n!.GetValue<string>()), posted.Fields.Keys);
        else
            Assert.Equal(toTool.ToDictionary(p => p.Key, p => p.Value!.GetValue<string>()), posted.Fields);
    }

    [Fact]
    public async Task Same_request_works_once()
    {
        await using var lms = await RecordedMoodle.StartAsync();
        var request = RequestOf(Recorded.LoadJson("auth-endpoint/error-replay.json"), Prepare(lms));

        var first = await lms.AuthorizeAsync(AuthPath, request);
        var second = await lms.AuthorizeAsync(AuthPath, request);

        Assert.True(first.Fields.ContainsKey("id_token"));
        Assert.Null(second.Action);
        Assert.Contains("Invalid request", second.Page, StringComparison.Ordinal);
    }

    private static string Prepare(DemoLmsHost lms)
    {
        var course = lms.Moodle.FindCourse("2")!;
        var launch = new PreparedLaunch(lms.Moodle, LaunchKind.ResourceLink, lms.Moodle.FindPerson("5")!, course, course.FindActivity("1"));
        return lms.Desk.Prepare(launch).Fields["lti_message_hint"];
    }

    private static Dictionary<string, string> RequestOf(JsonObject recorded, string messageHint)
    {
        var query = HttpUtility.ParseQueryString(new Uri(recorded["authRequest"]!.GetValue<string>()).Query);
        var request = query.AllKeys.ToDictionary(k => k!, k => query[k]!);
        if (request.ContainsKey("lti_message_hint"))
            request["lti_message_hint"] = messageHint;
        return request;
    }
}
