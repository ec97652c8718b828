using System.Buffers.Text;
using System.Security.Cryptography;
using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>A learner's own phone: opened from the course, read, written on without a connection, and told what is new.</summary>
public sealed class DevicePageTests(PlayedStage stage) : IClassFixture<PlayedStage>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private StoredDrafts Stored => new(stage.Whole.Tool);

    [Fact]
    public async Task Each_page_of_a_phone_fits_it_and_axe_finds_nothing()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var look = new PhoneLook(await chromium.OpenAsync(360), "device");
        var link = await LinkAsync(chromium);
        await look.Page.GotoAsync(link);
        await look.AtAsync("devices/open");
        await look.Page.Locator("button[data-text='devices.open-here']").ClickAsync();
        await look.Page.Locator("#journeys").WaitForAsync();
        await look.AtAsync("me");
        await look.Page.Locator("a.button[href*='/me/j/']").First.ClickAsync();
        await look.Page.Locator(".places").WaitForAsync();
        await look.AtAsync("journey");
        await look.Page.Locator("details.me summary").ClickAsync();
        await look.Page.Locator("a[data-text='shared.preferences']").ClickAsync();
        await look.Page.Locator("a[data-text='preferences.change-devices']").ClickAsync();
        await look.Page.Locator("[data-push]").WaitForAsync();
        await look.AtAsync("devices");
        await look.Page.GotoAsync($"{stage.Whole.Tool.Url}/me/offline?culture=ar");
        await look.AtAsync("me/offline");
        await look.Page.GotoAsync(link);
        await look.AtAsync("devices/open", "used");

        Findings.None(look.Findings);
        Assert.Equal([], PagesOfTheTool.OfDevices.Except(look.Visited));
    }

    [Fact]
    public async Task Without_a_connection_one_reads_writes_and_answers_and_each_arrives_once()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var phone = await OpenPhoneAsync(chromium);
        await ReadyForOfflineAsync(phone);
        stage.Whole.Tool.Stop();

        await phone.Locator(".places a[href$='/evidence']").ClickAsync();
        await phone.Locator("button[data-text='evidence.write-another']").ClickAsync();
        await phone.Locator("#Situation").PressSequentiallyAsync("Written in a tunnel.");
        await Assertions.Expect(phone.Locator("[data-status]")).ToContainTextAsync("kept on this device");
        await AskAsync(phone, "Asked in a tunnel?");
        Assert.Null(Stored.AuthorOf("Written in a tunnel."));

        await stage.Whole.Tool.StartAgainAsync();

        await ArrivedAsync("Written in a tunnel.", "Asked in a tunnel?");
        await phone.Locator("[data-unsent]").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await phone.ReloadAsync();
        Assert.Equal("1", Stored.Questions("Asked in a tunnel?"));
    }

    [Fact]
    public async Task What_is_finished_without_a_connection_is_handed_in_once_when_it_is_back()
    {
        const string Words = "Finished in a tunnel.";
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var phone = await OpenPhoneAsync(chromium);
        await ReadyForOfflineAsync(phone);
        stage.Whole.Tool.Stop();

        await phone.Locator("button[data-text='evidence.write-another']").ClickAsync();
        await phone.Locator("#Situation").FillAsync(Words);
        var send = phone.Locator("button[data-text='evidence.send']");
        await send.ClickAsync();
        await Assertions.Expect(phone.Locator("[data-status]")).ToContainTextAsync("Something is still missing");
        await FinishAsync(phone, Words);
        await send.ClickAsync();
        await phone.Locator("[data-unsent]").WaitForAsync();
        await Screenshots.TakeAsync(phone, "device-finished-offline-390");
        Findings.None(await Axe.FindingsAsync(phone));

        // Whoever opens the page again finds it as it was sent, and can't change it.
        await phone.ReloadAsync();
        await phone.Locator("form[data-draft][inert]").WaitForAsync();
        await Assertions.Expect(phone.Locator("#Situation")).ToHaveValueAsync(Words);
        await phone.Locator("[data-unsent]").WaitForAsync();

        await stage.Whole.Tool.StartAgainAsync();
        await phone.Locator("#Situation").WaitForAsync(new() { State = WaitForSelectorState.Detached, Timeout = (float)Patience.TotalMilliseconds });
        await Eventually.SeeAsync(() => Stored.HandedIn(Words) == "1" ? "once" : null, Patience, "piece that was finished offline");
        await phone.Locator("[data-unsent]").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await phone.ReloadAsync();
        await phone.EvaluateAsync("navigator.locks.request('learning-buddy-send', () => true)");
        Assert.Equal("1", Stored.HandedIn(Words));
    }

    [Fact]
    public async Task What_waits_to_be_handed_in_can_be_discarded()
    {
        const string Words = "Regretted in a tunnel.";
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var phone = await OpenPhoneAsync(chromium);
        await ReadyForOfflineAsync(phone);
        stage.Whole.Tool.Stop();
        await phone.Locator("button[data-text='evidence.write-another']").ClickAsync();
        await FinishAsync(phone, Words);
        await phone.Locator("button[data-text='evidence.send']").ClickAsync();
        await phone.Locator("form[data-draft][inert]").WaitForAsync();

        await phone.Locator("summary[data-text='shared.discard']").ClickAsync();
        await phone.Locator("form[data-discards] button").ClickAsync();
        await phone.Locator("form[data-discards][inert]").WaitForAsync();
        await stage.Whole.Tool.StartAgainAsync();
        await phone.Locator("[data-unsent]").WaitForAsync(new() { State = WaitForSelectorState.Hidden, Timeout = (float)Patience.TotalMilliseconds });

        Assert.Equal(("0", null), (Stored.HandedIn(Words), Stored.AuthorOf(Words)));
    }

    [Fact]
    public async Task What_was_written_in_the_frame_stays_there_and_goes_out_from_there()
    {
        const string Words = "Written in the frame.";
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var phone = await OpenPhoneAsync(chromium);
        await phone.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        var lms = new Lms(stage.Whole, await chromium.OpenAsync());
        await stage.JourneyOf(lms).OpenAsync(Journey.Learner);
        await lms.Tool.Locator(".places a[href$='/evidence']").ClickAsync();
        await lms.Tool.Locator("button[data-text='evidence.write-another']").ClickAsync();
        var draft = new DraftPage(lms);
        await draft.Situation.WaitForAsync();
        await draft.RouteSavesAsync(route => route.AbortAsync());
        await draft.TypeAsync(Words);
        await Assertions.Expect(draft.Status).ToContainTextAsync("kept on this device");

        // One origin, two partitions of one browser: the phone's pages neither find nor send what lies in the frame's.
        Assert.Contains(Words, await KeptAsync(lms.ToolFrame), StringComparison.Ordinal);
        Assert.DoesNotContain(Words, await KeptAsync(phone.MainFrame), StringComparison.Ordinal);
        await phone.EvaluateAsync("dispatchEvent(new Event('online'))");
        await phone.EvaluateAsync("navigator.locks.request('learning-buddy-send', () => true)");
        Assert.Null(Stored.AuthorOf(Words));

        await draft.LetSavesPassAsync();
        await Eventually.SeeAsync(() => Stored.AuthorOf(Words), Patience, "draft of the frame");
        await Assertions.Expect(draft.Status).ToHaveTextAsync("Saved");
        Assert.DoesNotContain(Words, await KeptAsync(lms.ToolFrame), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_is_killed_has_lost_nothing()
    {
        await using var chromium = await Chromium.StartNewAsync(ThirdPartyCookies.Blocked);
        var phone = await OpenPhoneAsync(chromium);
        await ReadyForOfflineAsync(phone);
        await CookieKeptAsync(chromium);
        stage.Whole.Tool.Stop();
        await AskAsync(phone, "Asked before the end?");
        await phone.Locator(".places a[href$='/today']").ClickAsync();
        await phone.Locator(".places a[href$='/today'][aria-current]").WaitForAsync();
        await phone.EvaluateAsync("document.querySelector(\"form[action*='/evidence/new?behaviour=']\").requestSubmit()");
        await phone.Locator("#Situation").PressSequentiallyAsync("Written before the end.");
        await Assertions.Expect(phone.Locator("[data-status]")).ToContainTextAsync("kept on this device");

        using var profile = chromium.Kill();
        await stage.Whole.Tool.StartAgainAsync();
        await using var again = await Chromium.StartAgainAsync(profile);
        var home = await again.OpenAsync(390);
        await home.GotoAsync($"{stage.Whole.Tool.Url}/me/");

        await ArrivedAsync("Written before the end.", "Asked before the end?");
    }

    [Fact]
    public async Task Who_signs_in_next_on_the_same_device_neither_sends_nor_sees_what_was_kept_for_somebody_else()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var phone = await OpenPhoneAsync(chromium);
        await ReadyForOfflineAsync(phone);
        var next = await LinkAsync(chromium, Journey.Buddy);
        stage.Whole.Tool.Stop();
        await AskAsync(phone, "Asked by the one before?");
        await phone.GotoAsync("about:blank");
        await stage.Whole.Tool.StartAgainAsync();

        await phone.GotoAsync(next);
        await phone.Locator("button[data-text='devices.open-here']").ClickAsync();
        await phone.WaitForFunctionAsync("() => document.body.dataset.owner && document.body.dataset.owner === localStorage.getItem('owner')");
        await phone.ReloadAsync();
        await phone.Locator("#journeys").WaitForAsync();
        await phone.EvaluateAsync("navigator.locks.request('learning-buddy-send', () => true)");

        Assert.Equal("0", Stored.Questions("Asked by the one before?"));
        Assert.True(await phone.Locator("[data-unsent]").IsHiddenAsync());
        await phone.GotoAsync(await LinkAsync(chromium));
        await phone.Locator("button[data-text='devices.open-here']").ClickAsync();
        await Eventually.SeeAsync(() => Stored.Questions("Asked by the one before?") == "1" ? "one" : null, Patience, "question of the one before");
    }

    [Fact]
    public async Task A_notification_is_shown_and_leads_to_what_is_new()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var tool = stage.Whole.Tool.Url;
        await chromium.Context.GrantPermissionsAsync(["notifications"], new() { Origin = tool });
        var phone = await OpenPhoneAsync(chromium);
        var journey = new Uri(phone.Url).AbsolutePath;
        await phone.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");

        var deliver = await DeliveryAsync(phone, tool, $$"""{"title":"Learning Buddy","body":"Something is new.","address":"{{journey}}","tag":"one","lang":"en","dir":"ltr"}""");

        // A push service tries again, too; what carries the same tag is shown once.
        var shown = await Eventually.SeeAsync(
            async () =>
            {
                await deliver();
                return await phone.EvaluateAsync<string?>(
                    "navigator.serviceWorker.ready.then(r => r.getNotifications()).then(all => all[0] ? `${all.length} ${all[0].title}: ${all[0].body}` : null)");
            },
            Patience, () => Task.FromResult("no notification"));
        Assert.Equal("1 Learning Buddy: Something is new.", shown);
    }

    [Fact]
    public async Task A_subscription_that_the_browser_renews_takes_the_place_of_the_old_one()
    {
        const string Old = "http://127.0.0.1:9/push/old";
        const string New = "http://127.0.0.1:9/push/new";
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var phone = await OpenPhoneAsync(chromium);
        await phone.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await phone.GotoAsync(phone.Url.Replace("/today", "/devices", StringComparison.Ordinal));
        await phone.Locator("[data-push]").WaitForAsync();
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        var (key, secret) = (Base64Url.EncodeToString([4, .. point.X!, .. point.Y!]), Base64Url.EncodeToString(new byte[16]));
        await phone.EvaluateAsync(
            """
            ([endpoint, key, secret]) => {
              const form = document.querySelector('[data-notify]');
              Object.entries({ endpoint, key, secret }).forEach(([name, value]) => { form.elements[name].value = value; });
              form.requestSubmit();
            }
            """,
            new[] { Old, key, secret });
        await phone.Locator("button[data-text='devices.push-off']").WaitForAsync();
        Assert.Equal("1", Stored.NotifiedAt(Old));

        // Only a push service can make a browser do it: so its web app hears that it has.
        await chromium.Workers.RunAsync(
            $"{stage.Whole.Tool.Url}/me/sw.js",
            $$"""
            (() => {
              let work;
              const newSubscription = { toJSON: () => ({ endpoint: '{{New}}', keys: { p256dh: '{{key}}', auth: '{{secret}}' } }) };
              const waitUntil = (promise) => { work = promise; };
              self.dispatchEvent(Object.assign(new Event('pushsubscriptionchange'), { newSubscription, waitUntil }));
              return work;
            })()
            """);

        Assert.Equal(("0", "1"), (Stored.NotifiedAt(Old), Stored.NotifiedAt(New)));
    }

    private static async Task FinishAsync(IPage phone, string situation)
    {
        await phone.Locator("#Situation").FillAsync(situation);
        await phone.Locator("#Action").FillAsync("I asked who would like to begin.");
        await phone.Locator("#Outcome").FillAsync("Two began at once.");
        await phone.Locator("input[name=Behaviours]").First.CheckAsync();
    }

    /// <summary>The drafts that lie in the partition of a frame, as JSON.</summary>
    private static Task<string> KeptAsync(IFrame frame) => frame.EvaluateAsync<string>(
        """
        () => new Promise((resolve, reject) => {
          const opening = indexedDB.open('learning-buddy');
          opening.onerror = reject;
          opening.onsuccess = () => {
            const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
            all.onsuccess = () => resolve(JSON.stringify(all.result));
            all.onerror = reject;
          };
        })
        """);

    /// <summary>What a push service does, by the browser's own machinery.</summary>
    private static async Task<Func<Task>> DeliveryAsync(IPage page, string origin, string data)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var registered = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        session.Event("ServiceWorker.workerRegistrationUpdated").OnEvent += (_, told) =>
        {
            foreach (var one in told!.Value.GetProperty("registrations").EnumerateArray())
            {
                if (one.GetProperty("scopeURL").GetString() == $"{origin}/me/")
                    registered.TrySetResult(one.GetProperty("registrationId").GetString()!);
            }
        };
        await session.SendAsync("ServiceWorker.enable");
        var id = await registered.Task.WaitAsync(Patience);
        var message = new Dictionary<string, object> { ["origin"] = origin, ["registrationId"] = id, ["data"] = data };
        return () => session.SendAsync("ServiceWorker.deliverPushMessage", message);
    }

    private async Task<string> LinkAsync(Chromium chromium, string person = Journey.Learner)
    {
        var lms = new Lms(stage.Whole, await chromium.OpenAsync());
        await stage.JourneyOf(lms).OpenAsync(person);
        await lms.Tool.Locator("details.me summary").ClickAsync();
        await lms.Tool.Locator("a[data-text='shared.on-my-phone']").ClickAsync();
        await lms.Tool.Locator("figure.qr svg").WaitForAsync();
        return (await lms.Tool.Locator("#link").TextContentAsync())!;
    }

    /// <summary>A phone in the learner's journey.</summary>
    private async Task<IPage> OpenPhoneAsync(Chromium chromium)
    {
        var phone = await chromium.OpenAsync(390);
        await phone.GotoAsync(await LinkAsync(chromium));
        await phone.Locator("button[data-text='devices.open-here']").ClickAsync();
        await phone.Locator("a.button[href*='/me/j/']").First.ClickAsync();
        await phone.Locator(".places").WaitForAsync();
        return phone;
    }

    /// <summary>Somebody looks around, and the web app keeps what it will need.</summary>
    private static async Task ReadyForOfflineAsync(IPage phone)
    {
        await phone.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await phone.GotoAsync(phone.Url.Replace("/today", "/questions/ask", StringComparison.Ordinal));
        await phone.Locator("#text").WaitForAsync();
        await phone.Locator(".places a[href$='/evidence']").ClickAsync();
        await phone.Locator("button[data-text='evidence.write-another']").WaitForAsync();
        await Eventually.SeeAsync(
            async () => await phone.EvaluateAsync<string?>(
                """
                async () => {
                  const ask = location.href.replace(/evidence$/, 'questions/ask');
                  const spares = await (await caches.open('spares')).keys();
                  return spares.length > 0 && await caches.match(ask) && await caches.match('/js/page.js', { ignoreSearch: true }) ? 'ready' : null;
                }
                """),
            Patience,
            () => Task.FromResult("nothing kept for offline"));
    }

    private static async Task AskAsync(IPage phone, string question)
    {
        await phone.GotoAsync(phone.Url.Split("/evidence")[0] + "/questions/ask");
        await phone.Locator("#text").FillAsync(question);
        await phone.Locator("button[data-text='questions.ask']").ClickAsync();
        await phone.Locator("[data-unsent]").WaitForAsync();
    }

    private async Task ArrivedAsync(string draft, string question)
    {
        await Eventually.SeeAsync(() => Stored.AuthorOf(draft), Patience, "draft");
        await Eventually.SeeAsync(() => Stored.Questions(question) == "1" ? "one" : null, Patience, "question");
    }

    private static Task<string> CookieKeptAsync(Chromium chromium) => Eventually.SeeAsync(
        () => File.Exists(chromium.CookieFile) && HasCookie(chromium.CookieFile) ? "kept" : null, Patience, "cookie on the disk");

    private static bool HasCookie(string file)
    {
        using var shared = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(shared, System.Text.Encoding.Latin1);
        return reader.ReadToEnd().Contains("__Host-lb-me", StringComparison.Ordinal);
    }
}
