extern alias demolms;

using System.Text.Json.Nodes;
using System.Web;
using demolms::LearningBuddy.DemoLms.Oidc;
using LearningBuddy.Tests.Integration.Captured;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>Recorded authorization requests, good and bad.</summary>
public sealed class MoodleAuthorizationReplayTests
{
    private const string AuthPath = "/moodle/mod/lti/auth.php";

    public static MatrixTheoryData<string, string> Requests => new(CapturedMoodle.Versions,
    [
        "auth-endpoint/error-client-id", "auth-endpoint/error-login-hint", "auth-endpoint/error-no-message-hint",
        "auth-endpoint/error-no-nonce", "auth-endpoint/error-no-response-mode", "auth-endpoint/error-prompt-login",
        "auth-endpoint/error-redirect-uri", "auth-endpoint/error-redirect-uri-extra-query", "auth-endpoint/error-response-type",
        "auth-endpoint/error-scope", "auth-endpoint/no-prompt",
    ]);

    public static TheoryData<string> Versions => [.. CapturedMoodle.Versions];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Request_ends_as_recorded(string version, string recording)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);
        var recorded = lms.Recordings.Json(recording + ".json");

        var posted = await lms.AuthorizeAsync(AuthPath, RequestOf(recorded, Prepare(lms)));

        if (recorded["postedToTool"] is not JsonObject toTool)
        {
            Assert.Null(posted.Action);
            Assert.Contains("Invalid request", posted.Page, StringComparison.Ordinal);
            return;
        }

        Assert.Equal(lms.Recordings.Tool + "/launch", posted.Action);
        if (toTool["formFields"] is JsonArray names)
            Assert.Equal(names.Select(n => n!.GetValue<string>()), posted.Fields.Keys);
        else
            Assert.Equal(toTool.ToDictionary(p => p.Key, p => p.Value!.GetValue<string>()), posted.Fields);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Same_request_works_once(string version)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);
        var recorded = lms.Recordings.Json("auth-endpoint/error-replay.json");
        var request = RequestOf(recorded, Prepare(lms));

        var first = await lms.AuthorizeAsync(AuthPath, request);
        var second = await lms.AuthorizeAsync(AuthPath, request);

        Assert.True(first.Fields.ContainsKey("id_token"));
        Assert.Null(recorded["postedToTool"]);
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
