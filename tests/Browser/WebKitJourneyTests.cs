using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>
/// Safari's engine, which takes no cookie in the frame: a learner writes and sends there. The new tab isn't tried here: it lives on a first-party cookie, this
/// engine refuses every Secure one over plain http, localhost included, and its driver opens no window for a form. <see cref="OwnTabTests"/> tries it in Chromium.
/// </summary>
[Trait("Part", "Long")]
public sealed class WebKitJourneyTests(WholeStage stage) : IClassFixture<WholeStage>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Learner_writes_and_sends_evidence_without_any_cookie()
    {
        var journey = await AddJourneyAsync();
        await using var webKit = await WebKit.StartAsync();
        await OpenAsync(webKit, journey);

        await webKit.ClickAsync(await webKit.FindAsync("form[action*='start'] button"));
        await webKit.ClickAsync(await webKit.FindAsync("form[action*='/evidence/new'] button"));
        await webKit.TypeAsync(await webKit.FindAsync("#Situation"), "A call, seen by Safari's engine.");
        await webKit.TypeAsync(await webKit.FindAsync("#Action"), "I waited.");
        await webKit.TypeAsync(await webKit.FindAsync("#Outcome"), "They spoke.");
        await Eventually.SeeAsync(() => new StoredDrafts(stage.Tool).AuthorOf("seen by Safari's engine."), Patience, "draft");
        await webKit.ClickAsync(await webKit.FindAsync("button[formaction*='handler=Send']"));

        await webKit.FindAsync("main .state.wait");
        Assert.Contains("Sent.", await webKit.TextAsync(await webKit.FindAsync("main")), StringComparison.Ordinal);
        Assert.Equal("", (await webKit.RunAsync("return document.cookie"))!.GetValue<string>());
        await Screenshots.TakeAsync(webKit, "webkit-sent");
    }

    /// <summary>This driver tells of no download: what the click asks for is asked for without any cookie instead.</summary>
    [Fact]
    public async Task The_address_of_a_file_needs_no_cookie()
    {
        var journey = await AddJourneyAsync();
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "notes.txt");
        await File.WriteAllTextAsync(file, "Word for word.", TestContext.Current.CancellationToken);
        await using var webKit = await WebKit.StartAsync();
        await OpenAsync(webKit, journey);
        await webKit.ClickAsync(await webKit.FindAsync("form[action*='start'] button"));
        await webKit.ClickAsync(await webKit.FindAsync("form[action*='/evidence/new'] button"));

        await webKit.TypeAsync(await webKit.FindAsync("#file"), file);

        await webKit.FindAsync("a[download]");
        var address = (await webKit.RunAsync("return document.querySelector('a[download]').href"))!.GetValue<string>();
        using var client = new HttpClient();
        Assert.Equal("Word for word.", await client.GetStringAsync(new Uri(address), TestContext.Current.CancellationToken));
    }

    private async Task<string> AddJourneyAsync()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var lms = new Lms(stage, await chromium.OpenAsync());
        var journey = new Journey(lms, stage.Moodle, stage.Moodle.FindCourse("2")!);
        await journey.AddToCourseAsync();
        return lms.AddressOf(stage.Moodle, Journey.Learner, stage.Moodle.FindCourse("2")!, journey.Activity);
    }

    private static async Task OpenAsync(WebKit webKit, string address)
    {
        await webKit.GoToAsync(address);
        await webKit.EnterFrameAsync(await webKit.FindAsync("iframe[name=tool]"));
        await webKit.FindAsync("main#page h1");
    }
}
