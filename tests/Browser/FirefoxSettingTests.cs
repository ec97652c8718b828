using LearningBuddy.Tests.Browser.Engines;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>Firefox's engine is set the way the other tests say it is.</summary>
[Trait("Part", "Long")]
public sealed class FirefoxSettingTests
{
    [Theory]
    [InlineData(FirefoxCookies.OwnJar, "__Host-own plain", "kept", "kept")]
    [InlineData(FirefoxCookies.ThirdPartyBlocked, "", "kept", "SecurityError")]
    [InlineData(FirefoxCookies.AllBlocked, "", "SecurityError", "SecurityError")]
    public async Task Third_party_frame_gets_the_cookies_and_the_storage_of_its_setting(FirefoxCookies setting, string cookies, string session, string local)
    {
        await using var sites = await ProbeSites.StartAsync();
        await using var firefox = await Firefox.StartAsync(setting);
        var page = await firefox.OpenAsync();

        await page.GotoAsync(sites.School);
        var frame = page.FrameByUrl(sites.Tool)!;
        await PutMarksAsync(frame);
        await frame.GetByRole(AriaRole.Link).ClickAsync();

        Assert.Equal(cookies, await frame.Locator("#cookies").InnerTextAsync());
        Assert.Equal((session, local), await MarksAsync(frame));
    }

    [Theory]
    [InlineData(FirefoxCookies.OwnJar, "__Host-own plain", "kept")]
    [InlineData(FirefoxCookies.ThirdPartyBlocked, "__Host-own plain", "kept")]
    [InlineData(FirefoxCookies.AllBlocked, "", "SecurityError")]
    public async Task Page_alone_in_its_tab_gets_the_cookies_and_the_storage_of_its_setting(FirefoxCookies setting, string cookies, string storage)
    {
        await using var sites = await ProbeSites.StartAsync();
        await using var firefox = await Firefox.StartAsync(setting);
        var page = await firefox.OpenAsync();

        await page.GotoAsync(sites.Tool);
        await PutMarksAsync(page.MainFrame);
        await page.GetByRole(AriaRole.Link).ClickAsync();

        Assert.Equal(cookies, await page.Locator("#cookies").InnerTextAsync());
        Assert.Equal((storage, storage), await MarksAsync(page.MainFrame));
    }

    [Fact]
    public async Task Cookies_and_storage_of_the_frame_are_a_partition_of_its_own()
    {
        await using var sites = await ProbeSites.StartAsync();
        await using var firefox = await Firefox.StartAsync(FirefoxCookies.OwnJar);
        var school = await firefox.OpenAsync();
        var alone = await firefox.OpenAsync();

        await school.GotoAsync(sites.School);
        var frame = school.FrameByUrl(sites.Tool)!;
        await PutMarksAsync(frame);
        await alone.GotoAsync(sites.Back);

        Assert.Equal(("kept", "kept"), await MarksAsync(frame));
        Assert.Equal(("", ""), await MarksAsync(alone.MainFrame));
        Assert.Equal("", await alone.Locator("#cookies").InnerTextAsync());
    }

    private static async Task PutMarksAsync(IFrame frame) => await frame.EvaluateAsync(
        """
        () => {
          for (const name of ['sessionStorage', 'localStorage'])
            try { window[name].setItem('mark', 'kept'); } catch { }
        }
        """);

    /// <summary>What storage kept, or the name of the error that it throws.</summary>
    private static async Task<(string Session, string Local)> MarksAsync(IFrame frame)
    {
        const string Read = "name => { try { return window[name].getItem('mark') ?? ''; } catch (error) { return error.name; } }";
        return (await frame.EvaluateAsync<string>(Read, "sessionStorage"), await frame.EvaluateAsync<string>(Read, "localStorage"));
    }
}
