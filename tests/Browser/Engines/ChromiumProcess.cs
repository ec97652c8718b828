namespace LearningBuddy.Tests.Browser.Engines;

/// <summary>
/// Debian's Chromium with a profile of its own, started without switches that change what sites may do: Playwright's own start would turn storage
/// partitioning and the back/forward cache off, which no setting's browser does.
/// </summary>
internal sealed class ChromiumProcess : IDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder profile;
    private readonly ChildProcess process;

    private ChromiumProcess(TemporaryFolder profile)
    {
        this.profile = profile;
        process = ChildProcess.Start("/usr/bin/chromium",
        [
            // Frames of other sites in the page's own process: sites notice nothing, and the DevTools protocol loses no answer.
            "--disable-site-isolation-trials", "--disable-features=IsolateOrigins,site-per-process",
            "--headless=new", "--no-sandbox", "--no-first-run", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-port=0",
            $"--user-data-dir={profile.Path}", "about:blank",
        ]);
    }

    /// <value>Where it speaks the DevTools protocol.</value>
    public Uri Debugging { get; private set; } = null!;

    public bool HasExited => process.HasExited;

    /// <value>The file of the profile in which cookies are kept: they reach it with some delay.</value>
    public string CookieFile => Path.Combine(profile.Path, "Default", "Cookies");

    /// <param name="cookies">The setting for all sites.</param>
    /// <param name="siteWithoutData">An origin that may keep nothing at all; null for none.</param>
    public static Task<ChromiumProcess> StartAsync(ThirdPartyCookies cookies, string? siteWithoutData = null)
    {
        var blank = new TemporaryFolder();
        WriteSetting(blank, cookies, siteWithoutData);
        return StartAsync(blank);
    }

    /// <param name="profile">Of one that was killed.</param>
    public static async Task<ChromiumProcess> StartAsync(TemporaryFolder profile)
    {
        var chromium = new ChromiumProcess(profile);
        const string Announcement = "DevTools listening on ";
        var line = await chromium.process.LineAsync(l => l.StartsWith(Announcement, StringComparison.Ordinal), StartTimeout);
        chromium.Debugging = new Uri(line[Announcement.Length..]);
        return chromium;
    }

    /// <summary>Ends it in the midst of everything (SIGKILL), and gives its profile on.</summary>
    public TemporaryFolder Kill()
    {
        process.Dispose();
        return profile;
    }

    public void Dispose() => Kill().Dispose();

    private static void WriteSetting(TemporaryFolder profile, ThirdPartyCookies cookies, string? siteWithoutData)
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
