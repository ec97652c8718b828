using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>A file comes to the device from within the frame, whatever cookies the browser takes there.</summary>
public sealed class DownloadTests(WholeStage stage) : IClassFixture<WholeStage>
{
    private const string Words = "Word for word.";

    [Theory]
    [InlineData(BrowserSetting.ChromiumAllowed)]
    [InlineData(BrowserSetting.ChromiumBlocked)]
    public async Task A_click_on_a_file_saves_it(BrowserSetting setting)
    {
        await using var browser = await setting.StartAsync();
        var lms = await WithFileAsync(browser);

        var download = await lms.Page.RunAndWaitForDownloadAsync(() => lms.Tool.Locator("a[download]").ClickAsync());

        Assert.Equal("notes.txt", download.SuggestedFilename);
        Assert.Null(await download.FailureAsync());
        Assert.Equal(Words, await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken));
        await lms.Tool.Locator(".places a[href$='/evidence']").ClickAsync();
    }

    [Theory]
    [InlineData(BrowserSetting.ChromiumAllowed)]
    [InlineData(BrowserSetting.ChromiumBlocked)]
    public async Task A_click_in_a_tab_of_its_own_saves_it_too(BrowserSetting setting)
    {
        await using var browser = await setting.StartAsync();
        var lms = await WithFileAsync(browser);
        await lms.Tool.Locator(".places a[href$='/evidence']").ClickAsync();
        await lms.Tool.Locator("a[href*='/evidence/write']").First.WaitForAsync();
        var tab = await lms.Page.Context.RunAndWaitForPageAsync(() => lms.Tool.Locator("form.own-tab button").ClickAsync());
        await tab.Locator("a[href*='/evidence/write']").First.ClickAsync();

        var download = await tab.RunAndWaitForDownloadAsync(() => tab.Locator("a[download]").ClickAsync());

        Assert.Null(await download.FailureAsync());
        Assert.Equal(Words, await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken));
    }

    /// <summary>This driver can't wait for a download: what a click asks for is asked for without any cookie instead.</summary>
    [Theory]
    [Trait("Part", "Long")]
    [InlineData(BrowserSetting.FirefoxOwnJar)]
    [InlineData(BrowserSetting.FirefoxThirdPartyBlocked)]
    public async Task The_address_of_a_file_needs_no_cookie(BrowserSetting setting)
    {
        await using var browser = await setting.StartAsync();
        var lms = await WithFileAsync(browser);

        var text = await lms.ToolFrame.EvaluateAsync<string>(
            "async () => (await fetch(document.querySelector('a[download]').href, { credentials: 'omit' })).text()");

        Assert.Equal(Words, text);
    }

    private async Task<Lms> WithFileAsync(IDrivenBrowser browser)
    {
        var lms = new Lms(stage, await browser.OpenAsync());
        var journey = new Journey(lms, stage.Moodle, stage.Moodle.FindCourse("2")!);
        await journey.AddToCourseAsync();
        await DraftPage.BeginAsync(lms, journey);
        await lms.Tool.Locator("#file").SetInputFilesAsync(
            new FilePayload { Name = "notes.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(Words) });
        await lms.Tool.Locator("a[download]").WaitForAsync();
        return lms;
    }
}
