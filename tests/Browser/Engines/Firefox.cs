using Microsoft.Playwright;

namespace LearningBuddy.Tests.Browser.Engines;

/// <summary>The setting "cookies" of a Firefox profile: the values of its preference <c>network.cookie.cookieBehavior</c>.</summary>
public enum FirefoxCookies
{
    /// <summary>Total Cookie Protection, Firefox's own default: a third-party frame has a jar of its own for each school.</summary>
    OwnJar = 5,

    /// <summary>All third-party cookies blocked, partitioned ones too; in a third-party frame localStorage throws, sessionStorage works.</summary>
    ThirdPartyBlocked = 1,

    /// <summary>All cookies blocked, first-party ones too.</summary>
    AllBlocked = 2,
}

/// <summary>
/// Debian's Firefox with a profile of its own. Playwright starts it and speaks WebDriver BiDi with it, the protocol that Firefox itself offers. Of the preferences
/// that Playwright writes into every profile, those that change what sites may do are set back to what a setting's browser has.
/// </summary>
internal sealed class Firefox : IDrivenBrowser
{
    /// <summary>Machines that test are busy; a page that comes late is no fault.</summary>
    private const float PatienceInMilliseconds = 60_000;

    private readonly TemporaryFolder profile = new();
    private readonly IPlaywright playwright;
    private IBrowserContext? context;

    private Firefox(IPlaywright playwright) => this.playwright = playwright;

    public IBrowserContext Context => context ?? throw new InvalidOperationException("Firefox hasn't started.");

    /// <param name="cookies">The setting for all sites.</param>
    public static async Task<Firefox> StartAsync(FirefoxCookies cookies)
    {
        Assertions.SetDefaultExpectTimeout(PatienceInMilliseconds);
        var firefox = new Firefox(await Playwright.CreateAsync());
        try
        {
            firefox.context = await firefox.playwright.Firefox.LaunchPersistentContextAsync(firefox.profile.Path, new()
            {
                // The channels of this name are Mozilla's own builds, spoken to by WebDriver BiDi.
                Channel = "moz-firefox",
                ExecutablePath = "/usr/bin/firefox-esr",
                Timeout = PatienceInMilliseconds,
                FirefoxUserPrefs = Preferences(cookies),
            });
        }
        catch
        {
            await firefox.DisposeAsync();
            throw;
        }

        firefox.context.SetDefaultTimeout(PatienceInMilliseconds);
        return firefox;
    }

    public async Task<IPage> OpenAsync(int width = 1280, int height = 900)
    {
        var page = await Context.NewPageAsync();
        await page.SetViewportSizeAsync(width, height);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (context is not null)
            await context.CloseAsync();
        playwright.Dispose();
        profile.Dispose();
    }

    private static Dictionary<string, object> Preferences(FirefoxCookies cookies) => new()
    {
        // "Custom": otherwise Firefox sets the cookies back at its start to what the category, which Playwright redefines, says.
        ["browser.contentblocking.category"] = "custom",
        ["browser.contentblocking.features.standard"] = $"-tp,tpPrivate,cookieBehavior{(int)cookies},-cm,-fp",
        ["network.cookie.cookieBehavior"] = (int)cookies,
        // The pop-up blocker is on, as everybody has it.
        ["dom.disable_open_during_load"] = true,
        // Frames of other sites in the page's own process, as in Chromium: sites notice nothing, and clicks reach them.
        ["fission.webContentIsolationStrategy"] = 0,
        // Nothing is asked of the network that no test asks for.
        ["network.captive-portal-service.enabled"] = false,
        ["services.settings.server"] = "data:,#remote-settings-dummy/v1",
        ["toolkit.telemetry.server"] = "",
        ["extensions.getAddons.get.url"] = "",
    };
}
