using Microsoft.Playwright;

namespace LearningBuddy.Tests.Browser.Engines;

/// <summary>A browser with a profile of its own, driven by Playwright.</summary>
internal interface IDrivenBrowser : IAsyncDisposable
{
    /// <value>The profile's own context, not a private one.</value>
    IBrowserContext Context { get; }

    /// <summary>A tab of a given size.</summary>
    Task<IPage> OpenAsync(int width = 1280, int height = 900);
}

/// <summary>Engine and cookie setting together, for tests in which nothing else differs.</summary>
public enum BrowserSetting
{
    /// <summary>Chromium, <see cref="ThirdPartyCookies.Allowed"/>.</summary>
    ChromiumAllowed,

    /// <summary>Chromium, <see cref="ThirdPartyCookies.Blocked"/>.</summary>
    ChromiumBlocked,

    /// <summary>Chromium, <see cref="ThirdPartyCookies.AllBlocked"/>.</summary>
    ChromiumAllBlocked,

    /// <summary>Firefox, <see cref="FirefoxCookies.OwnJar"/>.</summary>
    FirefoxOwnJar,

    /// <summary>Firefox, <see cref="FirefoxCookies.ThirdPartyBlocked"/>.</summary>
    FirefoxThirdPartyBlocked,

    /// <summary>Firefox, <see cref="FirefoxCookies.AllBlocked"/>.</summary>
    FirefoxAllBlocked,
}

/// <summary>Starts browsers.</summary>
internal static class Browsers
{
    public static async Task<IDrivenBrowser> StartAsync(this BrowserSetting setting) => setting switch
    {
        BrowserSetting.ChromiumAllowed => await Chromium.StartAsync(ThirdPartyCookies.Allowed),
        BrowserSetting.ChromiumBlocked => await Chromium.StartAsync(ThirdPartyCookies.Blocked),
        BrowserSetting.ChromiumAllBlocked => await Chromium.StartAsync(ThirdPartyCookies.AllBlocked),
        BrowserSetting.FirefoxOwnJar => await Firefox.StartAsync(FirefoxCookies.OwnJar),
        BrowserSetting.FirefoxThirdPartyBlocked => await Firefox.StartAsync(FirefoxCookies.ThirdPartyBlocked),
        BrowserSetting.FirefoxAllBlocked => await Firefox.StartAsync(FirefoxCookies.AllBlocked),
        _ => throw new ArgumentOutOfRangeException(nameof(setting)),
    };
}
