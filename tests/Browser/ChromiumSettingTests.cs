using LearningBuddy.Tests.Browser.Engines;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>The engine is set the way the other tests say it is.</summary>
public sealed class ChromiumSettingTests
{
    [Theory]
    [InlineData(ThirdPartyCookies.Allowed, "__Host-own plain")]
    [InlineData(ThirdPartyCookies.Blocked, "__Host-own")]
    [InlineData(ThirdPartyCookies.AllBlocked, "")]
    public async Task Third_party_frame_gets_the_cookies_of_its_setting(ThirdPartyCookies setting, string cookies)
    {
        await using var sites = await ProbeSites.StartAsync();
        await using var chromium = await Chromium.StartAsync(setting);
        var page = await chromium.OpenAsync();

        await page.GotoAsync(sites.School);
        var frame = page.FrameLocator("iframe[name=tool]");
        await frame.GetByRole(Microsoft.Playwright.AriaRole.Link).ClickAsync();

        Assert.Equal(cookies, await frame.Locator("#cookies").InnerTextAsync());
    }

    [Theory]
    [InlineData(ThirdPartyCookies.Allowed)]
    [InlineData(ThirdPartyCookies.Blocked)]
    public async Task Storage_of_the_frame_is_a_partition_of_its_own(ThirdPartyCookies setting)
    {
        await using var sites = await ProbeSites.StartAsync();
        await using var chromium = await Chromium.StartAsync(setting);
        var school = await chromium.OpenAsync();
        var alone = await chromium.OpenAsync();

        await school.GotoAsync(sites.School);
        await school.FrameByUrl(sites.Tool)!.EvaluateAsync("localStorage.setItem('mark', 'framed')");
        await alone.GotoAsync(sites.Tool);

        Assert.Equal("framed", await school.FrameByUrl(sites.Tool)!.EvaluateAsync<string?>("localStorage.getItem('mark')"));
        Assert.Null(await alone.EvaluateAsync<string?>("localStorage.getItem('mark')"));
    }
}
