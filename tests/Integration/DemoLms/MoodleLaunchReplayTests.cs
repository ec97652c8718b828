extern alias demolms;

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using demolms::LearningBuddy.DemoLms.Oidc;
using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Integration.Captured;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>Each recorded launch, from login initiation to the form that brings the token, claim by claim.</summary>
public sealed partial class MoodleLaunchReplayTests
{
    private const string AuthPath = "/moodle/mod/lti/auth.php";

    /// <summary>Release, recording, who launches, and which activity; none for deep linking.</summary>
    public static TheoryData<string, string, string, string?> Launches()
    {
        var data = new TheoryData<string, string, string, string?>();
        foreach (var version in CapturedMoodle.Versions)
        {
            data.Add(version, "launch/student", "5", "1");
            data.Add(version, "launch/student-nonascii", "6", "1");
            data.Add(version, "launch/student-escaping", "16", "1");
            data.Add(version, "launch/student-new-window", "5", "1");
            data.Add(version, "launch/student-two-lineitems", "5", "1");
            data.Add(version, "launch/student-after-lineitem-delete", "5", "1");
            data.Add(version, "launch/teacher", "3", "1");
            data.Add(version, "launch/nonediting-teacher", "4", "1");
            data.Add(version, "launch/admin", "2", "1");
            data.Add(version, "launch/window-container", "5", "3");
            data.Add(version, "launch/minimal-link", "5", "2");
            data.Add(version, "launch/no-grade", "5", "7");
            data.Add(version, "launch/submission-review", "3", "1");
            data.Add(version, "deep-linking/deeplink", "3", null);
        }

        return data;
    }

    /// <summary>Those of which the login was recorded too.</summary>
    public static IEnumerable<TheoryDataRow<string, string, string, string?>> RecordedLogins() => Launches()
        .Where(row => new CapturedMoodle(row.Data.Item1).Has(row.Data.Item2 + ".login-initiation.json"));

    [Theory]
    [MemberData(nameof(Launches))]
    public async Task Launch_carries_the_recorded_claims(string version, string recording, string sub, string? activity)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);
        var recorded = lms.Recordings.Json(recording + ".id_token.json")["payload"]!.AsObject();
        lms.Machine.SetUtcNow(DateTimeOffset.FromUnixTimeSeconds(recorded["iat"]!.GetValue<long>()));
        var login = lms.Desk.Prepare(Prepare(lms, recording, sub, activity));

        var posted = await lms.AuthorizeAsync(AuthPath, RequestOf(lms, recording, login));

        Assert.Equal([], Compare.Json(
            RecordedLaunch.Comparable(recorded, lms), RecordedLaunch.Comparable(DemoLmsHost.Payload(posted.Fields["id_token"]), lms)));
    }

    [Theory]
    [MemberData(nameof(Launches))]
    public async Task Token_comes_by_the_recorded_form(string version, string recording, string sub, string? activity)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);
        var request = lms.Recordings.Json(recording + ".auth-request.json")["params"]!;

        var posted = await lms.AuthorizeAsync(AuthPath, RequestOf(lms, recording, lms.Desk.Prepare(Prepare(lms, recording, sub, activity))));

        Assert.Equal(request["redirect_uri"]!.GetValue<string>(), posted.Action);
        Assert.Equal(request["state"]!.GetValue<string>(), posted.Fields["state"]);
        if (lms.Recordings.Has(recording + ".form-post.json"))
        {
            var form = lms.Recordings.Json(recording + ".form-post.json");
            Assert.Equal(form["formFields"]!.AsArray().Select(name => name!.GetValue<string>()), posted.Fields.Keys);
            // Of deep linking the recording tool kept neither the state nor its own redirect.
            Assert.Equal(form["state"]?.GetValue<string>() ?? posted.Fields["state"], posted.Fields["state"]);
        }
    }

    [Theory]
    [MemberData(nameof(RecordedLogins))]
    public async Task Login_initiation_has_the_recorded_parameters(string version, string recording, string sub, string? activity)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);
        var recorded = lms.Recordings.Json(recording + ".login-initiation.json")["params"]!.AsObject()
            .ToDictionary(p => p.Key, p => LaunchNumber().Replace(p.Value!.GetValue<string>(), "#"));
        recorded["iss"] = lms.BaseUrl + "/moodle";

        var login = lms.Desk.Prepare(Prepare(lms, recording, sub, activity));

        Assert.Equal(
            recorded.OrderBy(p => p.Key, StringComparer.Ordinal),
            login.Fields.ToDictionary(p => p.Key, p => LaunchNumber().Replace(p.Value, "#")).OrderBy(p => p.Key, StringComparer.Ordinal));
        Assert.Equal(lms.Recordings.Tool + "/login", login.Action);
    }

    /// <summary>Brings the course to where it was, and prepares the launch.</summary>
    private static PreparedLaunch Prepare(DemoLmsHost lms, string recording, string sub, string? activityId)
    {
        var course = lms.Moodle.FindCourse("2")!;
        var column = course.FindLineItem(2)!;
        // When they were recorded, the tool had just replaced the column and thereby removed its review parameters.
        if (recording is "launch/submission-review" or "launch/student-after-lineitem-delete")
            column.SubmissionReview = null;
        if (recording == "launch/student-two-lineitems")
            course.Add(new LineItem(9, "A second column", 10) { ActivityId = "1" });
        if (recording == "launch/student-after-lineitem-delete")
            course.Remove(column);
        var person = lms.Moodle.FindPerson(sub)!;
        if (activityId is null)
            return new(lms.Moodle, LaunchKind.DeepLinking, person, course, null);
        var activity = course.FindActivity(activityId)!;
        var target = lms.Moodle.Platform.Personality.DocumentTargetOf(activity, inOwnWindow: recording == "launch/student-new-window");
        return recording == "launch/submission-review"
            ? new(lms.Moodle, LaunchKind.SubmissionReview, person, course, activity, lms.Moodle.FindPerson("5"), target)
            : new(lms.Moodle, LaunchKind.ResourceLink, person, course, activity, DocumentTarget: target);
    }

    /// <summary>The recorded authentication request with the message hint of today.</summary>
    private static Dictionary<string, string> RequestOf(DemoLmsHost lms, string recording, LoginInitiation login)
    {
        var request = lms.Recordings.Json(recording + ".auth-request.json")["params"]!.AsObject()
            .ToDictionary(p => p.Key, p => p.Value!.GetValue<string>());
        request["lti_message_hint"] = login.Fields["lti_message_hint"];
        return request;
    }

    [GeneratedRegex(@"(?<=_|ContentItemSelectionRequest)\d+")]
    private static partial Regex LaunchNumber();
}
