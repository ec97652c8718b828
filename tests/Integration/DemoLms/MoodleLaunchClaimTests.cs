extern alias demolms;

using System.Text.Json.Nodes;
using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Integration.Captured;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>What is special in launches of a Moodle beyond single recordings.</summary>
public sealed class MoodleLaunchClaimTests
{
    public static TheoryData<string> Versions => [.. CapturedMoodle.Versions];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Review_parameters_of_the_column_come_with_a_submission_review(string version)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);
        var course = lms.Moodle.FindCourse("2")!;
        course.FindLineItem(2)!.SubmissionReview = JsonNode.Parse("""{"url":"http://localhost/review","custom":{"review":"yes"}}""")!.AsObject();

        var claims = RecordedLaunch.Claims(
            lms, lms.Moodle.FindPerson("3")!, course, course.FindActivity("1")!, lms.Moodle.FindPerson("5")!);

        Assert.Equal("http://localhost/review", claims[Lti.Claim + "target_link_uri"]!.GetValue<string>());
        Assert.Equal("yes", claims[Lti.Claim + "custom"]!["review"]!.GetValue<string>());
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Token_lives_sixty_seconds_and_has_one_audience_without_azp(string version)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);

        var claims = LaunchOf(lms, "5", "1");

        Assert.Equal(60, claims["exp"]!.GetValue<long>() - claims["iat"]!.GetValue<long>());
        Assert.Equal(lms.Recordings.ClientId, claims["aud"]!.GetValue<string>());
        Assert.False(claims.ContainsKey("azp"));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Link_opened_in_a_window_by_the_person_still_says_iframe(string version)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);
        var course = lms.Moodle.FindCourse("2")!;

        var page = DemoLmsHost.PostedForm.Of(await lms.Client.GetStringAsync(
            "/moodle/as/5/courses/2/activities/1?window=1", TestContext.Current.CancellationToken));
        var waiting = lms.Desk.Find(page.Fields["lti_message_hint"])!;

        Assert.Equal(("iframe", course.FindActivity("1")), (waiting.DocumentTarget, waiting.Activity));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Tool_that_asked_for_no_claims_gets_no_names_and_no_address(string version)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);
        lms.Moodle.Tool = lms.Moodle.Tool! with { Disclosure = Disclosure.Nothing };

        var claims = LaunchOf(lms, "5", "1");
        using var request = lms.Recorded("nrps/all").ToRequest(lms.Token(lms.Moodle));
        using var roster = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var members = await roster.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.All(new[] { "name", "given_name", "family_name", "email" }, claim =>
        {
            Assert.False(claims.ContainsKey(claim), claim);
            Assert.DoesNotContain($"\"{claim}\":", members, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Tool_wide_parameter_wins_over_one_of_the_item(string version)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);
        var course = lms.Moodle.FindCourse("2")!;
        course.Add(new Activity("8", 9, "Same name", "", null, [new("fixed", "of the item")]));

        var claims = LaunchOf(lms, "5", "8");

        Assert.Equal("plain value", claims[Lti.Claim + "custom"]!["fixed"]!.GetValue<string>());
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Tool_gets_no_answer_to_messages_and_no_storage(string version)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);

        var page = await lms.Client.GetStringAsync("/moodle/as/5/courses/2/activities/1", TestContext.Current.CancellationToken);

        Assert.Contains("class=\"launch\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-messages", page, StringComparison.Ordinal);
        Assert.DoesNotContain("post_message_forwarding", page, StringComparison.Ordinal);
        Assert.DoesNotContain("lti_storage_target", page, StringComparison.Ordinal);
    }

    private static JsonObject LaunchOf(DemoLmsHost lms, string sub, string activity)
    {
        var course = lms.Moodle.FindCourse("2")!;
        return RecordedLaunch.Claims(lms, lms.Moodle.FindPerson(sub)!, course, course.FindActivity(activity)!);
    }
}
