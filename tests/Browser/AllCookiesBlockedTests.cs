using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>
/// A browser in which no site keeps anything, first-party ones included. A real LMS couldn't log anybody in there; the demo LMS needs no cookie, so that the tool's part shows:
/// never a blank page, but a way into a new tab, and there what to allow. The platform's storage keeps nothing in such a browser either.
/// </summary>
public sealed class AllCookiesBlockedTests(WholeStage stage) : IClassFixture<WholeStage>
{
    [Theory]
    [InlineData(BrowserSetting.ChromiumAllBlocked, "moodle")]
    [InlineData(BrowserSetting.ChromiumAllBlocked, "canvas-north")]
    [InlineData(BrowserSetting.FirefoxAllBlocked, "moodle", Traits = ["Part", "Long"])]
    [InlineData(BrowserSetting.FirefoxAllBlocked, "canvas-north", Traits = ["Part", "Long"])]
    public async Task People_are_told_in_the_frame_and_in_the_tab_what_to_do(BrowserSetting setting, string slug)
    {
        await using var browser = await setting.StartAsync();
        var lms = new Lms(stage, await browser.OpenAsync());
        await BareLink.At(stage.Lms, slug).OpenAsync(lms);
        var way = lms.Tool.Locator("a[data-text='lti.open-in-new-tab']");
        await Assertions.Expect(way).ToBeVisibleAsync();
        await Screenshots.TakeAsync(lms.Page, $"nothing-kept-frame-{setting}-{slug}");

        var tab = await browser.Context.RunAndWaitForPageAsync(() => way.ClickAsync());

        // The page on the way has two headings, one of them hidden.
        await Assertions.Expect(tab.Locator("h1:visible")).ToHaveTextAsync("We couldn’t recognise your browser");
        await Assertions.Expect(tab.Locator("main")).ToContainTextAsync("allow it for this site");
        await Assertions.Expect(tab.Locator(".code")).ToContainTextAsync("LTI-012");
        await Screenshots.TakeAsync(tab, $"nothing-kept-tab-{setting}-{slug}");
    }
}
