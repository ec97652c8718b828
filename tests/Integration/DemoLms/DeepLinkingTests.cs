using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

public sealed class DeepLinkingTests
{
    [Fact]
    public async Task Recorded_item_becomes_the_activity_and_column_that_Moodle_made_of_it()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var course = lms.Moodle.FindCourse("2")!;
        var request = await DeepLinkPosts.RequestAsync(lms, lms.Moodle, course);
        var response = DeepLinkPosts.Response(lms, request, DeepLinkPosts.RecordedItems(lms, "deep-linking/deeplink.response.json"));

        var page = await DeepLinkPosts.PostAsync(lms, request, ScriptedTool.Sign(response));
        Assert.Empty(course.Activities);
        await DeepLinkPosts.SaveAsync(lms, page);

        var activity = Assert.Single(course.Activities);
        var column = Assert.Single(course.LineItems);
        Assert.Equal(("Module 1: Trust in remote teams", "http://localhost:8110/launch"), (activity.Title, activity.Url));
        Assert.Equal(("Module 1: Trust in remote teams", 50d, "mod-1", "final"), (column.Label, column.ScoreMaximum, column.ResourceId, column.Tag));
        Assert.Equal("""{"url":"http://localhost:8110/launch","custom":{"review":"yes"}}""", column.SubmissionReview!.ToJsonString());
        Assert.Null(activity.DueAt);
    }

    [Fact]
    public async Task Custom_values_become_text_the_way_Moodle_does_it()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var course = lms.Moodle.FindCourse("2")!;
        var request = await DeepLinkPosts.RequestAsync(lms, lms.Moodle, course);
        var items = DeepLinkPosts.RecordedItems(lms, "deep-linking/deeplink-window.response.json");
        items.Add(DeepLinkPosts.RecordedItems(lms, "deep-linking/deeplink-array-custom.response.json")[0]!.DeepClone());

        await DeepLinkPosts.SaveAsync(lms, await DeepLinkPosts.PostAsync(lms, request, ScriptedTool.Sign(DeepLinkPosts.Response(lms, request, items))));

        var activities = course.Activities.ToList();
        Assert.Equal("http://localhost:8110/launch?item=win&x=%C3%A4", activities[0].Url);
        Assert.Equal(["n=5", "b=1", "multi=line1\nline2", "UPPER-key=v", "empty="], activities[0].Custom.Select(c => $"{c.Key}={c.Value}"));
        Assert.Equal("Array", activities[1].Custom[0].Value);
    }

    [Fact]
    public async Task Item_without_lineItem_is_not_graded_and_without_url_launches_the_tools_address()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var course = lms.Moodle.FindCourse("2")!;
        var request = await DeepLinkPosts.RequestAsync(lms, lms.Moodle, course);
        var response = DeepLinkPosts.Response(lms, request, DeepLinkPosts.RecordedItems(lms, "deep-linking/deeplink-minimal.response.json"));

        await DeepLinkPosts.SaveAsync(lms, await DeepLinkPosts.PostAsync(lms, request, ScriptedTool.Sign(response)));

        var claims = RecordedLaunch.Claims(lms, lms.Moodle.FindPerson("5")!, course, course.Activities.Single());
        Assert.Equal($"{lms.Tool.Url}/lti/launch", claims[Lti.Claim + "target_link_uri"]!.GetValue<string>());
        Assert.False(claims["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"]!.AsObject().ContainsKey("lineitem"));
    }

    [Fact]
    public async Task Form_saves_once()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var course = lms.Moodle.FindCourse("2")!;
        var request = await DeepLinkPosts.RequestAsync(lms, lms.Moodle, course);
        var response = DeepLinkPosts.Response(lms, request, DeepLinkPosts.RecordedItems(lms, "deep-linking/deeplink.response.json"));
        var page = await DeepLinkPosts.PostAsync(lms, request, ScriptedTool.Sign(response));

        var statuses = (await DeepLinkPosts.SaveAsync(lms, page), await DeepLinkPosts.SaveAsync(lms, page));

        Assert.Equal((302, 404), statuses);
        Assert.Single(course.Activities);
    }

    [Fact]
    public async Task Canvas_uses_label_and_dates()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var course = lms.Canvas.Courses.First();
        var request = await DeepLinkPosts.RequestAsync(lms, lms.Canvas, course);
        var response = DeepLinkPosts.Response(lms, request, DeepLinkPosts.RecordedItems(lms, "deep-linking/deeplink.response.json"));

        await DeepLinkPosts.SaveAsync(lms, await DeepLinkPosts.PostAsync(lms, request, ScriptedTool.Sign(response)));

        Assert.Equal("Module 1 score", course.LineItems.Single().Label);
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), course.Activities.Single().DueAt);
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("aud")]
    [InlineData("expired")]
    [InlineData("old")]
    [InlineData("no nonce")]
    [InlineData("message type")]
    [InlineData("deployment")]
    [InlineData("data")]
    [InlineData("key")]
    public async Task Response_with_a_fault_is_refused(string fault)
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var course = lms.Canvas.Courses.First();
        var request = await DeepLinkPosts.RequestAsync(lms, lms.Canvas, course);
        var response = DeepLinkPosts.Response(lms, request, DeepLinkPosts.RecordedItems(lms, "deep-linking/deeplink.response.json"));
        using var otherKey = RSA.Create(2048);
        Spoil(response, fault);

        var page = await DeepLinkPosts.PostAsync(lms, request, ScriptedTool.Sign(response, otherKey: fault == "key" ? otherKey : null));

        Assert.Contains("refused", page.Page, StringComparison.Ordinal);
        Assert.Null(page.Action);
    }

    [Fact]
    public async Task Response_works_once()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var request = await DeepLinkPosts.RequestAsync(lms, lms.Canvas, lms.Canvas.Courses.First());
        var jwt = ScriptedTool.Sign(DeepLinkPosts.Response(lms, request, DeepLinkPosts.RecordedItems(lms, "deep-linking/deeplink.response.json")));

        var first = await DeepLinkPosts.PostAsync(lms, request, jwt);
        var second = await DeepLinkPosts.PostAsync(lms, request, jwt);

        Assert.NotNull(first.Action);
        Assert.Null(second.Action);
    }

    private static void Spoil(JsonObject response, string fault)
    {
        var now = response["iat"]!.GetValue<long>();
        switch (fault)
        {
            case "iss":
                response["iss"] = "http://tool.example";
                break;
            case "aud":
                response["aud"] = "http://elsewhere.example";
                break;
            case "expired":
                response["exp"] = now - 1;
                break;
            case "old":
                response["iat"] = now - 301;
                break;
            case "no nonce":
                response.Remove("nonce");
                break;
            case "message type":
                response[Lti.Claim + "message_type"] = "LtiResourceLinkRequest";
                break;
            case "deployment":
                response[Lti.Claim + "deployment_id"] = "99";
                break;
            case "data":
                response["https://purl.imsglobal.org/spec/lti-dl/claim/data"] = "other";
                break;
        }
    }
}
