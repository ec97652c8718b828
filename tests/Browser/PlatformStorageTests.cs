using LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>The demo LMS's platform storage, in a real cross-site frame with third-party cookies blocked.</summary>
public sealed class PlatformStorageTests
{
    private const string Storage = "parent.frames['post_message_forwarding']";

    [Fact]
    public async Task Value_put_by_the_tool_is_given_back_by_the_sibling_frame()
    {
        await using var play = await Play.StartAsync("canvas-north");

        var put = await play.AskAsync(Storage, "{subject:'lti.put_data',message_id:'1',key:'state-a',value:'a'}");
        var got = await play.AskAsync(Storage, "{subject:'lti.get_data',message_id:'2',key:'state-a'}");
        var absent = await play.AskAsync(Storage, "{subject:'lti.get_data',message_id:'3',key:'state-b'}");

        Assert.Equal("""{"subject":"lti.put_data.response","message_id":"1","key":"state-a","value":"a"}""", put);
        Assert.Equal("""{"subject":"lti.get_data.response","message_id":"2","key":"state-a","value":"a"}""", got);
        Assert.Equal("""{"subject":"lti.get_data.response","message_id":"3","key":"state-b","value":null}""", absent);
    }

    [Fact]
    public async Task Null_deletes_a_value()
    {
        await using var play = await Play.StartAsync("canvas-north");

        await play.AskAsync(Storage, "{subject:'lti.put_data',message_id:'1',key:'k',value:'v'}");
        await play.AskAsync(Storage, "{subject:'lti.put_data',message_id:'2',key:'k',value:null}");
        var got = await play.AskAsync(Storage, "{subject:'lti.get_data',message_id:'3',key:'k'}");

        Assert.Contains("\"value\":null", got, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_names_the_frame_and_refuses_what_it_does_not_know()
    {
        await using var play = await Play.StartAsync("canvas-north");

        var capabilities = await play.AskAsync("parent", "{subject:'lti.capabilities',message_id:'1'}");
        var unknown = await play.AskAsync("parent", "{subject:'lti.dance',message_id:'2'}");

        Assert.Contains("""{"subject":"lti.put_data","frame":"post_message_forwarding"}""", capabilities, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"unsupported_subject\"", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_origin_is_refused()
    {
        await using var play = await Play.StartAsync("canvas-north");
        await using var stranger = await StorageTool.StartAsync();
        await play.ShowInFrameAsync($"{stranger.Url}/lti/login");

        var answer = await play.AskAsync(Storage, "{subject:'lti.get_data',message_id:'1',key:'state-a'}");

        Assert.Contains("\"code\":\"wrong_origin\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moodle_has_no_storage_frame_and_answers_nothing()
    {
        await using var play = await Play.StartAsync("moodle");

        var storageFrames = await play.Frame.ParentFrame!.Locator("iframe[name=post_message_forwarding]").CountAsync();
        var heard = await play.Frame.EvaluateAsync<string>(
            "() => Promise.race([ask(parent, {subject:'lti.capabilities',message_id:'1'}, '*').then(() => 'answer'), new Promise(r => setTimeout(() => r('silence'), 500))])");

        Assert.Equal(0, storageFrames);
        Assert.Equal("silence", heard);
    }

    private sealed class Play(StorageTool tool, LmsStage lms, Chromium chromium, IPage page, School school) : IAsyncDisposable
    {
        public IFrame Frame => page.Frame("tool")!;

        public static async Task<Play> StartAsync(string slug)
        {
            var tool = await StorageTool.StartAsync();
            var lms = await LmsStage.StartAsync(toolUrl: null);
            var school = lms.World.FindSchool(slug)!;
            tool.RegisterAt(school);
            school.Courses.First().Add(new Activity("101", 101, "Storage", "", null, []));
            var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
            var play = new Play(tool, lms, chromium, await chromium.OpenAsync(), school);
            await play.ReopenAsync();
            return play;
        }

        public async Task ReopenAsync()
        {
            var course = school.Courses.First();
            var teacher = course.Enrolments.First(e => e.Role == CourseRole.Teacher).Person;
            await page.GotoAsync($"{lms.Url}/{school.Slug}/as/{teacher.Sub}/courses/{course.Id}/activities/101");
            await page.FrameLocator("iframe[name=tool]").Locator("body[data-ready=yes]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }

        /// <summary>Leads the tool's frame to another site.</summary>
        public async Task ShowInFrameAsync(string url)
        {
            await Frame.GotoAsync(url);
            await page.FrameLocator("iframe[name=tool]").Locator("body[data-ready=yes]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }

        public Task<string> AskAsync(string target, string message) =>
            Frame.EvaluateAsync<string>($"async () => JSON.stringify(await ask({target}, {message}, '{lms.Url}'))");

        public async ValueTask DisposeAsync()
        {
            await chromium.DisposeAsync();
            await lms.DisposeAsync();
            await tool.DisposeAsync();
        }
    }
}
