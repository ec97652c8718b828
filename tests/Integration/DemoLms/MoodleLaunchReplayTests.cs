extern alias demolms;

using System.Text.Json.Nodes;
using demolms::LearningBuddy.DemoLms.Oidc;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>The claims of each recorded launch, one by one.</summary>
public sealed class MoodleLaunchReplayTests
{
    [Theory]
    [InlineData("student", "5", "1", "iframe")]
    [InlineData("student-nonascii", "6", "1", "iframe")]
    [InlineData("student-escaping", "16", "1", "iframe")]
    [InlineData("teacher", "3", "1", "iframe")]
    [InlineData("nonediting-teacher", "4", "1", "iframe")]
    [InlineData("admin", "2", "1", "iframe")]
    [InlineData("window-container", "5", "3", "window")]
    [InlineData("no-grade", "5", "7", "iframe")]
    public async Task Launch_carries_the_recorded_claims(string recording, string sub, string activity, string target)
    {
        await using var lms = await RecordedMoodle.StartAsync();
        var recorded = Recorded.LoadJson($"launch/{recording}.id_token.json")["payload"]!.AsObject();
        var course = lms.Moodle.FindCourse("2")!;

        var claims = RecordedLaunch.Claims(lms, lms.Moodle.FindPerson(sub)!, course, course.FindActivity(activity)!, target: target);

        Assert.Equal([], Compare.Json(
            RecordedLaunch.Comparable(recorded, lms.BaseUrl + "/moodle"), RecordedLaunch.Comparable(claims, lms.BaseUrl + "/moodle")));
    }

    [Fact]
    public async Task Deep_linking_request_carries_the_recorded_claims()
    {
        await using var lms = await RecordedMoodle.StartAsync();
        var recorded = Recorded.LoadJson("deep-linking/deeplink.id_token.json")["payload"]!.AsObject();

        var claims = RecordedLaunch.Claims(lms, lms.Moodle.FindPerson("3")!, lms.Moodle.FindCourse("2")!, null);

        Assert.Equal([], Compare.Json(
            RecordedLaunch.Comparable(recorded, lms.BaseUrl + "/moodle"), RecordedLaunch.Comparable(claims, lms.BaseUrl + "/moodle")));
    }

    [Fact]
    public async Task Submission_review_carries_the_recorded_claims()
    {
        await using var lms = await RecordedMoodle.StartAsync();
        var recorded = Recorded.LoadJson("launch/submission-review.id_token.json")["payload"]!.AsObject();
        var course = lms.Moodle.FindCourse("2")!;
        // When it was recorded, the tool had just replaced the column and thereby removed its review parameters.
        course.FindLineItem(2)!.SubmissionReview = null;

        var claims = RecordedLaunch.Claims(
            lms, lms.Moodle.FindPerson("3")!, course, course.FindActivity("1")!, lms.Moodle.FindPerson("5")!);

        Assert.Equal([], Compare.Json(
            RecordedLaunch.Comparable(recorded, lms.BaseUrl + "/moodle"), RecordedLaunch.Comparable(claims, lms.BaseUrl + "/moodle")));
    }

    [Fact]
    public async Task Review_parameters_of_the_column_come_with_a_submission_review()
    {
        await using var lms = await RecordedMoodle.StartAsync();
        var course = lms.Moodle.FindCourse("2")!;
        course.FindLineItem(2)!.SubmissionReview =
            JsonNode.Parse("""{"url":"http://localhost:8110/review","custom":{"review":"yes"}}""")!.AsObject();

        var claims = RecordedLaunch.Claims(
            lms, lms.Moodle.FindPerson("3")!, course, course.FindActivity("1")!, lms.Moodle.FindPerson("5")!);

        Assert.Equal("http://localhost:8110/review", claims[Lti.Claim + "target_link_uri"]!.GetValue<string>());
        Assert.Equal("yes", claims[Lti.Claim + "custom"]!["review"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("student", "5", "1")]
    [InlineData("teacher", "3", "1")]
    public async Task Login_initiation_has_the_recorded_parameters(string recording, string sub, string activity)
    {
        await using var lms = await RecordedMoodle.StartAsync();
        var recorded = Recorded.LoadJson($"launch/{recording}.login-initiation.json")["params"]!.AsObject();
        var course = lms.Moodle.FindCourse("2")!;

        var login = lms.Desk.Prepare(new(lms.Moodle, LaunchKind.ResourceLink, lms.Moodle.FindPerson(sub)!, course, course.FindActivity(activity)!));

        var hint = JsonNode.Parse(login.Fields["lti_message_hint"])!.AsObject();
        Assert.Equal(recorded.Select(p => p.Key).Order(), login.Fields.Keys.Order());
        Assert.Equal(recorded["target_link_uri"]!.GetValue<string>(), login.Fields["target_link_uri"]);
        Assert.Equal((sub, "1", RecordedMoodle.ClientId), (login.Fields["login_hint"], login.Fields["lti_deployment_id"], login.Fields["client_id"]));
        Assert.Equal(["cmid", "launchid"], hint.Select(p => p.Key));
        Assert.StartsWith("ltilaunch1_", hint["launchid"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_lives_sixty_seconds_and_has_one_audience_without_azp()
    {
        await using var lms = await RecordedMoodle.StartAsync();
        var course = lms.Moodle.FindCourse("2")!;

        var claims = RecordedLaunch.Claims(lms, lms.Moodle.FindPerson("5")!, course, course.FindActivity("1")!);

        Assert.Equal(60, claims["exp"]!.GetValue<long>() - claims["iat"]!.GetValue<long>());
        Assert.Equal(RecordedMoodle.ClientId, claims["aud"]!.GetValue<string>());
        Assert.False(claims.ContainsKey("azp"));
    }
}
