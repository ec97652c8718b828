using Microsoft.Playwright;

namespace LearningBuddy.Tests.Browser.Engines;

/// <summary>The setting "third-party cookies" of a Chromium profile.</summary>
public enum ThirdPartyCookies
{
    /// <summary>Allowed outside private windows, Google Chrome's own default.</summary>
    Allowed,

    /// <summary>Blocked, the default of Debian's package and of private windows.</summary>
    Blocked,

    /// <summary>No site may keep anything at all, first-party ones included: neither cookies nor storage.</summary>
    AllBlocked,
}

/// <summary>
/// A Chromium that one test has to itself. Playwright joins it over the DevTools protocol. Tests take turns at one of their setting: afterwards it is made
/// blank, and given on.
/// </summary>
internal sealed class Chromium : IDrivenBrowser
{
    /// <summary>Machines that test are busy; a page that comes late is no fault.</summary>
    private const float PatienceInMilliseconds = 60_000;

    private static readonly TimeSpan BlankWithin = TimeSpan.FromSeconds(20);

    private readonly ChromiumProcess process;
    private readonly ThirdPartyCookies? shared;
    private bool isKilled;
    private IPlaywright? playwright;
    private IBrowser? browser;

    private Chromium(ChromiumProcess process, ThirdPartyCookies? shared)
    {
        this.process = process;
        this.shared = shared;
        Workers = new WebWorkers(process.Debugging);
    }

    /// <summary>The workers of its web apps.</summary>
    public WebWorkers Workers { get; }

    public IBrowserContext Context => browser?.Contexts[0] ?? throw new InvalidOperationException("Chromium hasn't started.");

    /// <inheritdoc cref="ChromiumProcess.CookieFile"/>
    public string CookieFile => process.CookieFile;

    /// <summary>A blank one, that other tests may have had before.</summary>
    /// <param name="cookies">The setting for all sites.</param>
    public static async Task<Chromium> StartAsync(ThirdPartyCookies cookies) =>
        await JoinAsync(new(await IdleChromiums.TakeAsync(cookies), cookies));

    /// <summary>One that no other test gets.</summary>
    /// <param name="cookies">The setting for all sites.</param>
    /// <param name="siteWithoutData">An origin that may keep nothing at all, neither cookies nor storage, as people can set it for a site; null for none.</param>
    public static async Task<Chromium> StartNewAsync(ThirdPartyCookies cookies, string? siteWithoutData = null) =>
        await JoinAsync(new(await ChromiumProcess.StartAsync(cookies, siteWithoutData), null));

    /// <summary>One with the profile of another that was killed.</summary>
    public static async Task<Chromium> StartAgainAsync(TemporaryFolder profile) =>
        await JoinAsync(new(await ChromiumProcess.StartAsync(profile), null));

    public Task<IPage> OpenAsync(int width = 1280, int height = 900) => OpenAsync(Context, width, height);

    /// <summary>A page on a device of its own: it shares neither cookies nor storage nor connections with any other.</summary>
    public async Task<IPage> OpenApartAsync(int width = 1280, int height = 900) =>
        await OpenAsync(await browser!.NewContextAsync(), width, height);

    public async ValueTask DisposeAsync()
    {
        if (isKilled)
            return;
        if (shared is { } cookies && await IsBlankAsync())
        {
            playwright!.Dispose();
            IdleChromiums.GiveBack(process, cookies);
            return;
        }

        // The process ends first: asking a browser that one has only joined to close now and then never returns.
        process.Dispose();
        playwright?.Dispose();
    }

    /// <inheritdoc cref="ChromiumProcess.Kill"/>
    public TemporaryFolder Kill()
    {
        isKilled = true;
        var profile = process.Kill();
        playwright?.Dispose();
        return profile;
    }

    private static async Task<Chromium> JoinAsync(Chromium chromium)
    {
        Assertions.SetDefaultExpectTimeout(PatienceInMilliseconds);
        chromium.playwright = await Playwright.CreateAsync();
        chromium.browser = await chromium.playwright.Chromium.ConnectOverCDPAsync(chromium.process.Debugging.OriginalString);
        return chromium;
    }

    private static async Task<IPage> OpenAsync(IBrowserContext context, int width, int height)
    {
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(PatienceInMilliseconds);
        await page.SetViewportSizeAsync(width, height);
        return page;
    }

    private async Task<bool> IsBlankAsync()
    {
        try
        {
            await MakeBlankAsync().WaitAsync(BlankWithin);
            return true;
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
        {
            return false;
        }
    }

    /// <summary>One empty page, and nothing that any site has left. What Playwright itself was told goes with its connection.</summary>
    private async Task MakeBlankAsync()
    {
        foreach (var apart in browser!.Contexts.Skip(1).ToList())
            await apart.CloseAsync();
        var blank = await Context.NewPageAsync();
        foreach (var page in Context.Pages.Where(page => page != blank).ToList())
            await page.CloseAsync();
        var session = await Context.NewCDPSessionAsync(blank);
        await session.SendAsync("Storage.clearDataForOrigin", new() { ["origin"] = "*", ["storageTypes"] = "all" });
        await session.SendAsync("Network.clearBrowserCookies");
        await session.SendAsync("Network.clearBrowserCache");
        await session.SendAsync("Browser.resetPermissions");
    }
}
