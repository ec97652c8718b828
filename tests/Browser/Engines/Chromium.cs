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
/// Debian's Chromium with a profile of its own, started without switches that change what sites may do: Playwright's own start would turn storage
/// partitioning and the back/forward cache off, which no setting's browser does. Playwright joins over the DevTools protocol.
/// </summary>
internal sealed class Chromium : IDrivenBrowser
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Machines that test are busy; a page that comes late is no fault.</summary>
    private const float PatienceInMilliseconds = 60_000;

    private readonly TemporaryFolder profile;
    private bool isKilled;
    private readonly ChildProcess process;
    private IPlaywright? playwright;
    private IBrowser? browser;

    private Chromium(ThirdPartyCookies cookies, string? siteWithoutData, TemporaryFolder? from)
    {
        profile = from ?? new();
        if (from is null)
            WriteSetting(cookies, siteWithoutData);
        process = ChildProcess.Start("/usr/bin/chromium",
        [
            // Frames of other sites in the page's own process: sites notice nothing, and the DevTools protocol loses no answer.
            "--disable-site-isolation-trials", "--disable-features=IsolateOrigins,site-per-process",
            "--headless=new", "--no-sandbox", "--no-first-run", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-port=0",
            $"--user-data-dir={profile.Path}", "about:blank",
        ]);
    }

    /// <summary>The workers of its web apps.</summary>
    public WebWorkers Workers { get; private set; } = null!;

    public IBrowserContext Context => browser?.Contexts[0] ?? throw new InvalidOperationException("Chromium hasn't started.");

    /// <param name="cookies">The setting for all sites.</param>
    /// <param name="siteWithoutData">An origin that may keep nothing at all, neither cookies nor storage, as people can set it for a site; null for none.</param>
    /// <param name="from">The profile of one that was killed, or null for a new one.</param>
    public static async Task<Chromium> StartAsync(ThirdPartyCookies cookies, string? siteWithoutData = null, TemporaryFolder? from = null)
    {
        Assertions.SetDefaultExpectTimeout(PatienceInMilliseconds);
        var chromium = new Chromium(cookies, siteWithoutData, from);
        const string Announcement = "DevTools listening on ";
        var line = await chromium.process.LineAsync(l => l.StartsWith(Announcement, StringComparison.Ordinal), StartTimeout);
        chromium.Workers = new WebWorkers(new Uri(line[Announcement.Length..]));
        chromium.playwright = await Playwright.CreateAsync();
        chromium.browser = await chromium.playwright.Chromium.ConnectOverCDPAsync(line[Announcement.Length..]);
        return chromium;
    }

    public Task<IPage> OpenAsync(int width = 1280, int height = 900) => OpenAsync(Context, width, height);

    /// <summary>A page on a device of its own: it shares neither cookies nor storage nor connections with any other.</summary>
    public async Task<IPage> OpenApartAsync(int width = 1280, int height = 900) =>
        await OpenAsync(await browser!.NewContextAsync(), width, height);

    private static async Task<IPage> OpenAsync(IBrowserContext context, int width, int height)
    {
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(PatienceInMilliseconds);
        await page.SetViewportSizeAsync(width, height);
        return page;
    }

    public ValueTask DisposeAsync()
    {
        if (isKilled)
            return ValueTask.CompletedTask;
        End();
        profile.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Ends it in the midst of everything (SIGKILL), and gives its profile on.</summary>
    public TemporaryFolder Kill()
    {
        isKilled = true;
        End();
        return profile;
    }

    /// <summary>The file of the profile in which cookies are kept: they reach it with some delay.</summary>
    public string CookieFile => Path.Combine(profile.Path, "Default", "Cookies");

    // The process ends first: asking a browser that one has only joined to close now and then never returns.
    private void End()
    {
        process.Dispose();
        playwright?.Dispose();
    }

    private void WriteSetting(ThirdPartyCookies cookies, string? siteWithoutData)
    {
        var folder = Directory.CreateDirectory(Path.Combine(profile.Path, "Default"));
        var (mode, isBlocked) = cookies == ThirdPartyCookies.Allowed ? (0, "false") : (1, "true");
        var everywhere = cookies == ThirdPartyCookies.AllBlocked ? 2 : 1;
        var exceptions = siteWithoutData is null ? "" : $"\"{siteWithoutData},*\": {{ \"setting\": 2 }}";
        File.WriteAllText(Path.Combine(folder.FullName, "Preferences"),
            $$"""
            { "profile": { "cookie_controls_mode": {{mode}}, "block_third_party_cookies": {{isBlocked}},
              "default_content_setting_values": { "cookies": {{everywhere}} },
              "content_settings": { "exceptions": { "cookies": { {{exceptions}} } } } } }
            """);
    }
}
