using LearningBuddy.Tests.Browser.Engines;
using Microsoft.Playwright;
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
        await frame.GetByRole(AriaRole.Link).ClickAsync();

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

    /// <summary>Whatever a site can keep, in a frame and alone, in the setting that lets it keep most.</summary>
    [Fact]
    public async Task A_browser_that_is_given_on_is_blank()
    {
        await using var sites = await ProbeSites.StartAsync();
        var chromium = await Chromium.StartAsync(ThirdPartyCookies.Allowed);
        await chromium.Context.GrantPermissionsAsync(["notifications"], new() { Origin = new Uri(sites.Tool).GetLeftPart(UriPartial.Authority) });
        await MarkAsync(await chromium.OpenAsync(), sites);
        await chromium.DisposeAsync();

        // Two at once: whatever classes run beside this one, the browser that was given on is one of them, unless another test has it now.
        await using var one = await Chromium.StartAsync(ThirdPartyCookies.Allowed);
        await using var other = await Chromium.StartAsync(ThirdPartyCookies.Allowed);
        foreach (var next in new[] { one, other })
        {
            Assert.Equal("about:blank", Assert.Single(next.Context.Pages).Url);
            var page = await next.OpenAsync();
            await page.GotoAsync(sites.Framed);
            Assert.Equal("", await page.FrameLocator("iframe[name=tool]").Locator("#cookies").InnerTextAsync());
            Assert.Equal(NothingKept, await page.FrameByUrl(sites.Back)!.EvaluateAsync<string>(WhatIsKept));
            await page.GotoAsync(sites.Back);
            Assert.Equal("", await page.Locator("#cookies").InnerTextAsync());
            Assert.Equal(NothingKept, await page.EvaluateAsync<string>(WhatIsKept));
        }
    }

    /// <summary>No word, no cache, no database, no worker, no permission.</summary>
    private const string NothingKept = ",0,0,0,";

    private const string WhatIsKept =
        """
        async () => [localStorage.getItem('mark'), (await caches.keys()).length, (await indexedDB.databases()).length,
          (await navigator.serviceWorker.getRegistrations()).length,
          Notification.permission === 'granted' ? 'asked' : null].join()
        """;

    private static async Task MarkAsync(IPage page, ProbeSites sites)
    {
        const string Mark =
            """
            async () => {
              localStorage.setItem('mark', 'kept');
              await caches.open('mark');
              await new Promise(done => indexedDB.open('mark').onsuccess = done);
              await navigator.serviceWorker.register('/worker.js');
            }
            """;
        await page.GotoAsync(sites.School);
        await page.FrameByUrl(sites.Tool)!.EvaluateAsync(Mark);
        await page.GotoAsync(sites.Tool);
        await page.EvaluateAsync(Mark);
        await page.GotoAsync(sites.Back);
        Assert.NotEqual("", await page.Locator("#cookies").InnerTextAsync());
        Assert.StartsWith("kept,1,1,1,asked", await page.EvaluateAsync<string>(WhatIsKept), StringComparison.Ordinal);
    }
}
