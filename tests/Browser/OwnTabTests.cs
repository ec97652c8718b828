using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>"Open in a new tab": the ticket gives the tab a session and a first-party cookie, and its address is worth nothing elsewhere.</summary>
public sealed class OwnTabTests(PlayedStage stage) : IClassFixture<PlayedStage>
{
    [Theory]
    [InlineData(BrowserSetting.ChromiumAllowed)]
    [InlineData(BrowserSetting.ChromiumBlocked)]
    [InlineData(BrowserSetting.FirefoxOwnJar, Traits = ["Part", "Long"])]
    [InlineData(BrowserSetting.FirefoxThirdPartyBlocked, Traits = ["Part", "Long"])]
    public async Task Tab_has_a_session_of_its_own_which_its_cookie_keeps(BrowserSetting setting)
    {
        await using var browser = await setting.StartAsync();
        var lms = new Lms(stage.Whole, await browser.OpenAsync());
        await stage.JourneyOf(lms).OpenAsync(Journey.Learner);
        await lms.ShownAsync();
        var heading = await lms.Tool.Locator("h1").InnerTextAsync();

        var tab = await OpenTabAsync(lms);

        await Assertions.Expect(tab.Locator("h1")).ToHaveTextAsync(heading);
        Assert.StartsWith(stage.Whole.Tool.Url, tab.Url, StringComparison.Ordinal);
        Assert.NotEqual(SessionOf(lms.ToolFrame.Url), SessionOf(tab.Url));
        var own = (await browser.Context.CookiesAsync([tab.Url])).Where(cookie => cookie.Name.StartsWith("__Host-lb-s-", StringComparison.Ordinal));
        Assert.Contains(own, cookie => cookie is { HttpOnly: true, Secure: true, Path: "/" });
        await tab.ReloadAsync();
        await Assertions.Expect(tab.Locator("h1")).ToHaveTextAsync(heading);
        await tab.Locator(".places a[href$='/evidence']").ClickAsync();
        await Assertions.Expect(tab.Locator("ul.rows li").First).ToBeVisibleAsync();
        await Assertions.Expect(tab.Locator("form.own-tab")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(BrowserSetting.ChromiumAllowed)]
    [InlineData(BrowserSetting.FirefoxOwnJar, Traits = ["Part", "Long"])]
    public async Task Copied_address_of_a_tab_is_refused_kindly_in_another_browser(BrowserSetting setting)
    {
        await using var browser = await setting.StartAsync();
        await using var elsewhere = await setting.StartAsync();
        var lms = new Lms(stage.Whole, await browser.OpenAsync());
        await stage.JourneyOf(lms).OpenAsync(Journey.Learner);
        await lms.ShownAsync();
        var tab = await OpenTabAsync(lms);
        var stranger = await elsewhere.OpenAsync(360);

        var answer = await stranger.GotoAsync(tab.Url);

        Assert.Equal(401, answer!.Status);
        await Assertions.Expect(stranger.Locator("h1")).ToHaveTextAsync("Open this again from your course");
        await Screenshots.TakeAsync(stranger, "tab-copied-360");
        Findings.None(await Axe.FindingsAsync(stranger));
        // The tab itself goes on.
        await tab.ReloadAsync();
        await Assertions.Expect(tab.Locator(".places")).ToBeVisibleAsync();
    }

    private static async Task<IPage> OpenTabAsync(Lms lms)
    {
        var tab = await lms.Page.Context.RunAndWaitForPageAsync(() => lms.Tool.Locator("form.own-tab button").ClickAsync());
        await tab.Locator("main#page").WaitForAsync();
        return tab;
    }

    private static string SessionOf(string address) => new Uri(address).Segments[2];
}
