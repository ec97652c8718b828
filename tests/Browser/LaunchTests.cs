using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>A launch opens in the school's frame, whatever the browser does with cookies.</summary>
public sealed class LaunchTests(WholeStage stage) : IClassFixture<WholeStage>
{
    [Theory]
    [InlineData("moodle", BrowserSetting.ChromiumAllowed)]
    [InlineData("moodle", BrowserSetting.ChromiumBlocked)]
    [InlineData("moodle", BrowserSetting.FirefoxOwnJar, Traits = ["Part", "Long"])]
    [InlineData("moodle", BrowserSetting.FirefoxThirdPartyBlocked, Traits = ["Part", "Long"])]
    [InlineData("canvas-north", BrowserSetting.ChromiumAllowed)]
    [InlineData("canvas-north", BrowserSetting.ChromiumBlocked)]
    [InlineData("canvas-north", BrowserSetting.FirefoxOwnJar, Traits = ["Part", "Long"])]
    [InlineData("canvas-north", BrowserSetting.FirefoxThirdPartyBlocked, Traits = ["Part", "Long"])]
    public async Task Tool_opens_in_the_frame(string slug, BrowserSetting setting)
    {
        var (school, course, activity, learner) = BareLink.At(stage.Lms, slug);
        await using var browser = await setting.StartAsync();
        var lms = new Lms(stage, await browser.OpenAsync());

        await lms.OpenAsync(school, learner.Sub, course, activity);

        await lms.ShownAsync();
        Assert.Matches("/s/[^/]+/", lms.ToolFrame.Url);
        await Screenshots.TakeAsync(lms.Page, $"tool-{setting}-{slug}");
    }

    [Theory]
    [InlineData("moodle")]
    [InlineData("canvas-north")]
    public async Task WebKit_opens_the_tool_in_the_frame_without_any_cookie(string slug)
    {
        var (school, course, activity, learner) = BareLink.At(stage.Lms, slug);
        await using var webKit = await WebKit.StartAsync();

        await webKit.GoToAsync($"{stage.Lms.Url}/{school.Slug}/as/{learner.Sub}/courses/{course.Id}/activities/{activity.Id}");
        await webKit.EnterFrameAsync(await webKit.FindAsync("iframe[name=tool]"));
        await webKit.FindAsync("main#page h1");

        Assert.Equal("", (await webKit.RunAsync("return document.cookie"))!.GetValue<string>());
        Assert.Matches("/s/[^/]+/", (await webKit.RunAsync("return location.pathname"))!.GetValue<string>());
        await Screenshots.TakeAsync(webKit, $"tool-webkit-{slug}");
    }

    [Fact]
    public async Task New_window_opens_the_tool_at_top_level()
    {
        var (school, course, activity, learner) = BareLink.At(stage.Lms, "moodle");
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var page = await chromium.OpenAsync();

        await page.GotoAsync($"{new Lms(stage, page).AddressOf(school, learner.Sub, course, activity)}?window=1");

        await Assertions.Expect(page.Locator("main#page")).ToBeVisibleAsync();
        Assert.StartsWith(stage.Tool.Url, page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_in_two_tabs_of_one_browser_stay_apart()
    {
        var (school, course, activity, _) = BareLink.At(stage.Lms, "moodle");
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Allowed);
        var first = new Lms(stage, await chromium.OpenAsync());
        var second = new Lms(stage, await chromium.OpenAsync());

        await first.OpenAsync(school, "5", course, activity);
        await second.OpenAsync(school, "3", course, activity);
        await first.ShownAsync();
        await second.ShownAsync();
        var before = await first.Tool.Locator("h1").InnerTextAsync();
        await first.ToolFrame.EvaluateAsync("location.reload()");

        await Assertions.Expect(first.Tool.Locator("h1")).ToHaveTextAsync(before);
        Assert.NotEqual(SessionOf(first), SessionOf(second));
    }

    [Fact]
    public async Task Copied_address_opens_nothing_elsewhere()
    {
        var (school, course, activity, learner) = BareLink.At(stage.Lms, "moodle");
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        await using var elsewhere = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var lms = new Lms(stage, await chromium.OpenAsync());
        await lms.OpenAsync(school, learner.Sub, course, activity);
        await lms.ShownAsync();
        var page = await elsewhere.OpenAsync();

        var answer = await page.GotoAsync(lms.ToolFrame.Url);

        Assert.True(answer!.Status >= 400);
        Assert.Equal(0, await page.Locator(".places").CountAsync());
    }

    private static string SessionOf(Lms lms) => new Uri(lms.ToolFrame.Url).Segments[2];
}
