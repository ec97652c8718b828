extern alias demolms;

using System.Net;
using System.Text.Json.Nodes;
using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Integration.Captured;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>Recorded deep-linking responses must become what Moodle made of them.</summary>
public sealed class MoodleDeepLinkingReplayTests
{
    public static TheoryData<string> Versions => [.. CapturedMoodle.Versions];

    public static MatrixTheoryData<string, string> SingleItems => new(CapturedMoodle.Versions,
    [
        "deep-linking/deeplink", "deep-linking/deeplink-window", "deep-linking/deeplink-minimal",
        "deep-linking/deeplink-array-custom", "deep-linking/deeplink-foreign-url",
    ]);

    public static MatrixTheoryData<string, string> WithoutItems => new(CapturedMoodle.Versions,
        ["deep-linking/deeplink-empty", "deep-linking/deeplink-error"]);

    /// <summary>The activity form holds the item before the teacher saves it; afterwards the activity is that.</summary>
    [Theory]
    [MemberData(nameof(SingleItems))]
    public async Task Item_becomes_what_the_recorded_form_held(string version, string recording)
    {
        await using var lms = await DemoLmsHost.StartAsync(version: version);
        var course = lms.Moodle.FindCourse("2")!;

        var page = await PostAsync(lms, recording);
        Assert.Empty(course.Activities);
        await DeepLinkPosts.SaveAsync(lms, page);

        var activity = Assert.Single(course.Activities);
        Assert.Equal(Added(lms, recording), [activity.Title]);
        Assert.Equal(RecordedForm.Of(Result(lms, recording), version), RecordedForm.Of(activity, course.LineItemsOf(activity).SingleOrDefault()));
    }

    /// <summary>Byte for byte what the recording tool signed, verified by its own key set.</summary>
    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Recorded_response_itself_is_taken(string version)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);
        var jwt = lms.Recordings.Text("deep-linking/deeplink.response.jwt");
        var payload = lms.Recordings.Json("deep-linking/deeplink.response.json")["payload"]!;
        lms.Machine.SetUtcNow(DateTimeOffset.FromUnixTimeSeconds(payload["iat"]!.GetValue<long>()));
        var request = RequestOf(lms);

        var page = await DeepLinkPosts.PostAsync(lms, request, jwt);

        Assert.NotNull(page.Action);
        Assert.Contains("Module 1: Trust in remote teams", page.Page, StringComparison.Ordinal);
        Assert.Equal([], Compare.Json(payload, DemoLmsHost.Payload(jwt)));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Several_items_are_listed_and_become_the_recorded_activities_whatever_their_type(string version)
    {
        await using var lms = await DemoLmsHost.StartAsync(version: version);
        var course = lms.Moodle.FindCourse("2")!;

        var page = await PostAsync(lms, "deep-linking/deeplink-multiple");
        Assert.Empty(course.Activities);
        await DeepLinkPosts.SaveAsync(lms, page);

        var added = Added(lms, "deep-linking/deeplink-multiple");
        Assert.Equal(added, course.Activities.Select(a => a.Title));
        Assert.All(added, title => Assert.Contains($"<bdi>{title}</bdi>", WebUtility.HtmlDecode(page.Page), StringComparison.Ordinal));
        Assert.Equal(
            [lms.Recordings.Tool + "/launch", lms.Recordings.Tool + "/launch", "https://www.example.edu/", null],
            course.Activities.Select(a => a.Url));
        Assert.Equal("<p>Some <b>html</b></p>", course.Activities.ElementAt(1).Text);
        var column = Assert.Single(course.LineItems);
        Assert.Equal(("Multi A", 10d, "ra", "ta"), (column.Label, column.ScoreMaximum, column.ResourceId, column.Tag));
        Assert.Equal(course.Activities.First().Id, column.ActivityId);
    }

    [Theory]
    [MemberData(nameof(WithoutItems))]
    public async Task Response_without_items_ends_without_a_form_and_without_the_tools_words(string version, string recording)
    {
        await using var lms = await DemoLmsHost.StartAsync(version: version);

        var page = await PostAsync(lms, recording);

        Assert.Null(page.Action);
        Assert.Contains("Nothing was chosen", page.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("The tool could not make the item", page.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Added by the capture tool", page.Page, StringComparison.Ordinal);
        Assert.Equal(Added(lms, recording), lms.Moodle.FindCourse("2")!.Activities.Select(a => a.Title));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Custom_value_that_is_an_object_ends_in_the_recorded_exception(string version)
    {
        const string recording = "deep-linking/deeplink-nested-custom";
        await using var lms = await DemoLmsHost.StartAsync(version: version);

        var page = await PostAsync(lms, recording);

        Assert.Null(page.Action);
        Assert.Contains("Exception - Object of class stdClass could not be converted to string", page.Page, StringComparison.Ordinal);
        Assert.Contains(
            "Exception - Object of class stdClass could not be converted to string",
            Result(lms, recording)["dialogueLeftOpenShowing"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(lms.Moodle.FindCourse("2")!.Activities);
    }

    /// <summary>What Moodle leaves unverified: everything but signature, issuer and expiry.</summary>
    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Audience_nonce_deployment_and_message_type_are_not_looked_at(string version)
    {
        await using var lms = await DemoLmsHost.StartAsync(version: version);
        var request = RequestOf(lms);
        var response = DeepLinkPosts.RecordedResponse(lms, request, "deep-linking/deeplink-minimal.response.json");
        response["aud"] = "https://elsewhere.example";
        response.Remove("nonce");
        response[Lti.Claim + "deployment_id"] = "99";
        response[Lti.Claim + "message_type"] = "Nonsense";

        Assert.NotNull((await DeepLinkPosts.PostAsync(lms, request, ScriptedTool.Sign(response))).Action);

        response["exp"] = response["iat"]!.GetValue<long>() - 1;
        Assert.Null((await DeepLinkPosts.PostAsync(lms, request, ScriptedTool.Sign(response))).Action);
        response["exp"] = response["iat"]!.GetValue<long>() + 60;
        response["iss"] = "somebody else";
        Assert.Null((await DeepLinkPosts.PostAsync(lms, request, ScriptedTool.Sign(response))).Action);
    }

    private static JsonObject RequestOf(DemoLmsHost lms)
    {
        var course = lms.Moodle.FindCourse("2")!;
        return RecordedLaunch.Claims(lms, course.Enrolments.First(e => e.Role == CourseRole.Teacher).Person, course, null);
    }

    private static async Task<DemoLmsHost.PostedForm> PostAsync(DemoLmsHost lms, string recording)
    {
        var request = RequestOf(lms);
        return await DeepLinkPosts.PostAsync(lms, request, ScriptedTool.Sign(DeepLinkPosts.RecordedResponse(lms, request, recording + ".response.json")));
    }

    private static JsonObject Result(DemoLmsHost lms, string recording) => lms.Recordings.Json(recording + ".moodle-result.json");

    private static IEnumerable<string> Added(DemoLmsHost lms, string recording) =>
        Result(lms, recording)["activitiesAdded"]!.AsArray().Select(title => title!.GetValue<string>());
}
