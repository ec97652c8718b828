using LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>The administrator's pages with the keyboard alone: what is done on each of them, to its end.</summary>
public sealed class KeyboardAdminTests(ForwardingStage stage) : IClassFixture<ForwardingStage>
{
    private const string Harbour = "Harbour School";

    [Fact]
    public async Task Administrator_connects_checks_lets_in_and_hands_out_keys_with_keys_alone()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (page, keys) = await EnterAsync(chromium);

        await ConnectAsync(page, keys);
        await KeepPlatformAsync(page, keys);
        await keys.GoAsync("li:not(:has(a[aria-label*='Harbour'])) a[data-text='admin.check']", "button[data-text='admin.check-now']");
        await keys.GoAsync("button[data-text='admin.check-now']", ".rows .state.good");
        await HandOutKeyAsync(page, keys);
        await keys.GoAsync(".places a[href$='/admin/keys']", "button[data-text='admin.rotate-key']");
        await keys.GoAsync("button[data-text='admin.rotate-key']", "tbody tr:nth-child(2)");
        await ConnectByJsonAsync(page, keys);
    }

    [Fact]
    public async Task Administrator_tests_another_record_store_and_sends_it_what_was_before_with_keys_alone()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (_, keys) = await EnterAsync(chromium);
        await keys.GoAsync(".places a[href$='/admin/records']", "button[data-text='admin.send-test']");
        await keys.GoAsync("button[data-text='admin.send-test']", "main [role=status].good");

        await keys.UnfoldAsync("summary[data-text='admin.replay']");
        await keys.TypeAsync($"#from-{ForwardingStage.Store}", "01012026");
        await keys.TypeAsync($"#until-{ForwardingStage.Store}", "12312026");
        await keys.GoAsync("button[data-text='admin.replay-queue']", "main [role=status].good");
    }

    [Fact]
    public async Task Administrator_sends_again_what_a_gradebook_did_not_take_with_keys_alone()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        stage.Lms.World.Failures.Set(Service.Grades, Failure.NotFound);
        var journey = new Journey(new Lms(stage, await chromium.OpenAsync()), stage.Moodle, stage.Moodle.FindCourse("2")!);
        await journey.AddToCourseAsync();
        await journey.StartAsync(Journey.Learner);
        await journey.WriteAsync();
        await journey.ReviewAsync();
        var (page, keys) = await EnterAsync(chromium);
        await keys.GoAsync(".places a[href$='/admin/deliveries']", "main h1");
        await ReloadUntilAsync(page, "button[data-text='shared.send-again']", isThere: true);

        await keys.UnfoldAsync("summary[data-text='admin.in-its-words']");
        stage.Lms.World.Failures.Set(Service.Grades, Failure.None);
        await keys.GoAsync("button[data-text='shared.send-again']", "main h1");
        await ReloadUntilAsync(page, "button[data-text='shared.send-again']", isThere: false);
    }

    private async Task<(IPage Page, Keys Keys)> EnterAsync(Chromium chromium)
    {
        var page = await chromium.OpenAsync(1100);
        var keys = new Keys(page);
        await page.GotoAsync($"{stage.Tool.Url}/admin");
        await keys.TypeAsync("#token", "wrong");
        await keys.GoAsync("button[data-text='admin.enter']", "#token-fault");
        await keys.TypeAsync("#token", ToolStage.AdminToken);
        await keys.GoAsync("button[data-text='admin.enter']", ".places");
        return (page, keys);
    }

    /// <summary>Which LMS, the address for it, and what follows; then by hand, at first with a field left out.</summary>
    private static async Task ConnectAsync(IPage page, Keys keys)
    {
        await keys.GoAsync(".places a[href$='/admin/connect']", ".picks");
        await keys.GoAsync(".picks a[href*='lms=moodle']", "#register");
        await keys.EnterAsync("button[data-copy=register]", "ol.steps");
        await keys.UnfoldAsync("summary[data-text='admin.or-by-hand']");
        await keys.TypeAsync("#name", Harbour);
        await keys.TypeAsync("#product_family_code", "moodle");
        await keys.TypeAsync("#issuer", "https://moodle.harbour.example");
        await keys.GoAsync("form[action*='handler=Form'] button", "#client_id-fault");
        await Assertions.Expect(page.Locator("#issuer")).ToHaveValueAsync("https://moodle.harbour.example");
        await keys.TypeAsync("#client_id", "harbour");
        await keys.TypeAsync("#deployment_id", "1");
        await keys.GoAsync("form[action*='handler=Form'] button", "ul.rows");
        await Assertions.Expect(page.Locator("ul.rows")).ToContainTextAsync(Harbour);
    }

    /// <summary>All fields at once, cut off at first: what was pasted is still there.</summary>
    private static async Task ConnectByJsonAsync(IPage page, Keys keys)
    {
        const string Cut = """{ "name": "Lake School",""";
        await keys.GoAsync(".places a[href$='/admin/connect']", ".picks");
        await keys.UnfoldAsync("summary[data-text='admin.or-by-hand']");
        await keys.UnfoldAsync("summary[data-text='admin.paste-json']");
        await keys.TypeAsync("#json", Cut);
        await keys.GoAsync("form[action*='handler=Json'] button", "#json-fault");
        await Assertions.Expect(page.Locator("#json")).ToHaveValueAsync(Cut);
        await keys.TypeAsync("#json", Cut + """
             "product_family_code": "moodle", "issuer": "https://lake.example", "client_id": "lake", "deployment_id": "1" }
            """);
        await keys.GoAsync("form[action*='handler=Json'] button", "li:has(a[aria-label*='Lake'])");
    }

    /// <summary>It is blocked and let in again; its links' other homes are typed wrongly, and then as they are.</summary>
    private static async Task KeepPlatformAsync(IPage page, Keys keys)
    {
        const string Row = "li:has(a[aria-label*='Harbour'])";
        await keys.GoAsync(Row + " button[data-text='admin.block']", Row + " .state.alert");
        await keys.GoAsync(Row + " button[data-text='admin.let-in']", Row + " .state.good");
        await keys.UnfoldAsync(Row + " .under-row > details:first-child > summary", "Space");
        await keys.UnfoldAsync(Row + " summary[data-text='admin.home-pages']");
        await keys.TypeAsync(Row + " textarea", "harbour");
        await keys.GoAsync(Row + " button[data-text='admin.keep-home-pages']", Row + " [role=alert]");
        await keys.TypeAsync(Row + " textarea", "https://learn.harbour.example");
        await keys.GoAsync(Row + " button[data-text='admin.keep-home-pages']", Row);
        await Assertions.Expect(page.Locator(Row + " textarea")).ToHaveValueAsync("https://learn.harbour.example");
    }

    private static async Task HandOutKeyAsync(IPage page, Keys keys)
    {
        await keys.GoAsync(".places a[href$='/admin/records']", "button[data-text='admin.make-key']");
        await keys.TypeAsync("#name", "Dashboard");
        await keys.TickAsync("input[name=scopes]");
        await keys.GoAsync("button[data-text='admin.make-key']", "main [role=status] code");
        await keys.GoAsync("button[data-text='admin.revoke']", "main .row .state");
        await Assertions.Expect(page.Locator("button[data-text='admin.revoke']")).ToHaveCountAsync(0);
    }

    /// <summary>What is delivered in the background shows when the page is read again.</summary>
    private async Task ReloadUntilAsync(IPage page, string what, bool isThere) => await Eventually.SeeAsync(
        async () =>
        {
            await page.ReloadAsync();
            return await page.Locator(what).CountAsync() > 0 == isThere ? page : null;
        },
        TimeSpan.FromSeconds(20), () => Task.FromResult($"page that shows {what}, or not: {isThere}\n{stage.Tool.Log}"));
}
