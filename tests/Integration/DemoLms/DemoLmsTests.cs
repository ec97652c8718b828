extern alias demolms;

using System.Net.Http.Json;
using System.Text.Json.Nodes;
using demolms::LearningBuddy.DemoLms.World;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>What the host offers beside LTI: keys, clock, pages, machine API.</summary>
public sealed class DemoLmsTests
{
    [Fact]
    public async Task Tool_is_registered_at_every_school_by_its_own_registration_page()
    {
        await using var lms = await DemoLmsHost.StartAsync();

        using var ready = await lms.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken);

        Assert.Equal(200, (int)ready.StatusCode);
        Assert.All(lms.World.Schools, s => Assert.True(s.Tool!.IsActive));
        Assert.Equal(3, lms.World.Schools.Select(s => s.Tool!.ClientId).Distinct().Count());
    }

    [Fact]
    public async Task Client_ids_are_the_same_after_a_restart()
    {
        await using var first = await DemoLmsHost.StartAsync();
        await using var second = await DemoLmsHost.StartAsync();

        Assert.Equal(first.World.Schools.Select(s => s.Tool!.ClientId), second.World.Schools.Select(s => s.Tool!.ClientId));
    }

    [Fact]
    public async Task New_key_signs_while_the_old_one_stays_published_until_it_is_withdrawn()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var keys = lms.Moodle.Platform.Keys;
        var old = keys.CurrentKeyId;

        keys.Rotate();
        var published = await KeyIdsAsync(lms);
        keys.Withdraw();
        var left = await KeyIdsAsync(lms);

        Assert.Equal([keys.CurrentKeyId, old], published);
        Assert.Equal([keys.CurrentKeyId], left);
    }

    [Fact]
    public async Task Clock_moves_lms_and_tool_by_the_total_offset()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        using var day = new FormUrlEncodedContent([new("hours", "24")]);
        using var week = new FormUrlEncodedContent([new("hours", "168")]);

        using var first = await lms.Client.PostAsync("/control/clock", day, TestContext.Current.CancellationToken);
        using var second = await lms.Client.PostAsync("/control/clock", week, TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromDays(8), lms.World.Clock.Offset);
        Assert.Equal(["""{"offsetSeconds":86400}""", """{"offsetSeconds":691200}"""], lms.Tool.ClockBodies);
    }

    [Fact]
    public async Task Mark_typed_by_the_teacher_is_shown_and_marked_as_such()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var course = lms.Moodle.FindCourse("2")!;
        var item = new LineItem(lms.World.NextNumber(), "Column", 100);
        course.Add(item);
        using var mark = new FormUrlEncodedContent([new("score", "77.5"), new("comment", "Well done")]);

        using var answer = await lms.Client.PostAsync($"/moodle/as/3/courses/2/grades/{item.Number}/5", mark, TestContext.Current.CancellationToken);
        var page = await lms.Client.GetStringAsync("/moodle/as/3/courses/2/grades", TestContext.Current.CancellationToken);

        Assert.Equal((77.5, true), (item.FindGrade("5")!.Score, item.FindGrade("5")!.IsByHand));
        Assert.Contains("77.5", page, StringComparison.Ordinal);
        Assert.Contains("changed by hand", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/moodle/as/5/courses/2/grades/101/5")]
    [InlineData("/moodle/as/5/courses/2/copy")]
    [InlineData("/moodle/as/5/courses/2/plain")]
    public async Task Learner_changes_nothing(string address)
    {
        await using var lms = await DemoLmsHost.StartAsync();
        using var form = new FormUrlEncodedContent([new("score", "100")]);

        using var answer = await lms.Client.PostAsync(address, form, TestContext.Current.CancellationToken);

        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/control")]
    [InlineData("/mailbox")]
    [InlineData("/moodle/as/3")]
    [InlineData("/moodle/as/3/courses/2")]
    [InlineData("/moodle/as/3/courses/3/people")]
    [InlineData("/moodle/as/3/courses/2/grades")]
    [InlineData("/moodle/as/3/courses/2/add")]
    public async Task Page_opens(string address)
    {
        await using var lms = await DemoLmsHost.StartAsync();

        using var answer = await lms.Client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal((200, "text/html"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Scripts_can_prepare_a_launch_and_read_the_world()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var activity = lms.Work.AddBareLink(lms.Moodle, lms.Moodle.FindCourse("2")!);

        using var launch = await lms.Client.PostAsJsonAsync(
            "/api/launches", new { school = "moodle", person = "5", course = "2", activity = activity.Id }, TestContext.Current.CancellationToken);
        var form = JsonNode.Parse(await launch.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        var world = JsonNode.Parse(await lms.Client.GetStringAsync("/api/world", TestContext.Current.CancellationToken))!;

        Assert.Equal($"{lms.Tool.Url}/lti/login", form["action"]!.GetValue<string>());
        Assert.Equal("5", form["fields"]!["login_hint"]!.GetValue<string>());
        Assert.Equal(["moodle", "canvas-north", "canvas-south"], world["schools"]!.AsArray().Select(s => s!["slug"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Large_course_has_more_people_than_a_page()
    {
        await using var lms = await DemoLmsHost.StartAsync();

        Assert.All(lms.World.Schools, s => Assert.Contains(s.Courses, c => c.Enrolments.Count() > 60));
        Assert.Equal(["ar", "de", "en"], lms.World.Schools.SelectMany(s => s.People).Select(p => p.Locale).Distinct().Order());
    }

    private static async Task<IEnumerable<string>> KeyIdsAsync(DemoLmsHost lms) =>
        JsonNode.Parse(await lms.Client.GetStringAsync("/moodle/mod/lti/certs.php", TestContext.Current.CancellationToken))!["keys"]!.AsArray()
            .Select(k => k!["kid"]!.GetValue<string>());
}
