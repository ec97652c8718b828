using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>Recorded deep-linking responses must become what Moodle made of them.</summary>
public sealed class MoodleDeepLinkingReplayTests
{
    [Fact]
    public async Task Several_items_are_listed_and_become_the_recorded_activities_whatever_their_type()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var course = lms.Moodle.FindCourse("2")!;

        var page = await PostAsync(lms, "deeplink-multiple");
        Assert.Empty(course.Activities);
        await DeepLinkPosts.SaveAsync(lms, page);

        Assert.Equal(Added("deeplink-multiple"), course.Activities.Select(a => a.Title));
        Assert.All(Added("deeplink-multiple"), title => Assert.Contains($"<bdi>{title}</bdi>", WebUtility.HtmlDecode(page.Page), StringComparison.Ordinal));
        Assert.Equal(
            ["http://localhost:8110/launch", "http://localhost:8110/launch", "https://www.example.edu/", null],
            course.Activities.Select(a => a.Url));
        Assert.Equal("<p>Some <b>html</b></p>", course.Activities.ElementAt(1).Text);
        var column = Assert.Single(course.LineItems);
        Assert.Equal(("Multi A", 10d, "ra", "ta"), (column.Label, column.ScoreMaximum, column.ResourceId, column.Tag));
        Assert.Equal(course.Activities.First().Id, column.ActivityId);
    }

    [Fact]
    public async Task Address_on_another_host_is_taken()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var course = lms.Moodle.FindCourse("2")!;

        await DeepLinkPosts.SaveAsync(lms, await PostAsync(lms, "deeplink-foreign-url"));

        var activity = Assert.Single(course.Activities);
        var form = MoodleResult("deeplink-foreign-url")["formFilledIn"]!;
        Assert.Equal((form["name"]!.GetValue<string>(), form["toolurl"]!.GetValue<string>()), (activity.Title, activity.Url));
        Assert.Empty(course.LineItems);
    }

    [Theory]
    [InlineData("deeplink-empty")]
    [InlineData("deeplink-error")]
    public async Task Response_without_items_ends_without_a_form_and_without_the_tools_words(string recording)
    {
        await using var lms = await DemoLmsHost.StartAsync();

        var page = await PostAsync(lms, recording);

        Assert.Null(page.Action);
        Assert.Contains("Nothing was chosen", page.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("The tool could not make the item", page.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Added by the capture tool", page.Page, StringComparison.Ordinal);
        Assert.Equal(Added(recording), lms.Moodle.FindCourse("2")!.Activities.Select(a => a.Title));
    }

    [Fact]
    public async Task Custom_value_that_is_an_object_ends_in_the_recorded_exception()
    {
        await using var lms = await DemoLmsHost.StartAsync();

        var page = await PostAsync(lms, "deeplink-nested-custom");

        Assert.Null(page.Action);
        Assert.Contains("Exception - Object of class stdClass could not be converted to string", page.Page, StringComparison.Ordinal);
        Assert.Contains(
            "Exception - Object of class stdClass could not be converted to string",
            MoodleResult("deeplink-nested-custom")["dialogueLeftOpenShowing"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(lms.Moodle.FindCourse("2")!.Activities);
    }

    private static async Task<DemoLmsHost.PostedForm> PostAsync(DemoLmsHost lms, string recording)
    {
        var request = await DeepLinkPosts.RequestAsync(lms, lms.Moodle, lms.Moodle.FindCourse("2")!);
        return await DeepLinkPosts.PostAsync(lms, request, ScriptedTool.Sign(DeepLinkPosts.RecordedResponse(lms, request, recording)));
    }

    private static JsonObject MoodleResult(string recording) => Recorded.LoadJson($"deep-linking/{recording}.moodle-result.json");

    private static IEnumerable<string> Added(string recording) =>
        MoodleResult(recording)["activitiesAdded"]!.AsArray().Select(title => title!.GetValue<string>());
}
