using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>
/// The ways that lead out of the course and back, with the keyboard alone: people who are asked by mail, exercises, a device of one's own.
/// </summary>
public sealed class KeyboardOutsideTests(NewStage stage) : IClassFixture<NewStage>
{
    [Fact]
    public async Task Somebody_outside_says_yes_vouches_and_stops_with_keys_alone()
    {
        const string Address = "ruth@home.example";
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (lms, journey, inCourse) = await AddedAsync(chromium);
        await OpenAsync(lms, journey, Journey.Buddy);
        await inCourse.GoAsync("button[data-text='shared.start']", "a[data-text='buddies.choose-buddy']");
        await inCourse.GoAsync("a[data-text='buddies.choose-buddy']", "summary[data-text='buddies.mail-outside']");
        await inCourse.UnfoldAsync("summary[data-text='buddies.mail-outside']");
        await inCourse.GoAsync("button[data-text='buddies.mail-send']", "#mail-address-fault");
        await inCourse.TypeAsync("#mail-address", Address);
        await inCourse.TypeAsync("#mail-words", "You told me the truth once.");
        await inCourse.GoAsync("button[data-text='buddies.mail-send']", "button[data-text='buddies.withdraw']");

        var (outside, keys) = await FollowAsync(chromium, Address, "/g/");
        await keys.TypeAsync("#name", "Ruth Adler");
        await keys.GoAsync("button[data-text='guests.accept']", "section.empty");
        await lms.Page.BringToFrontAsync();
        await journey.WriteAsync(Journey.Buddy);
        await outside.BringToFrontAsync();
        await outside.ReloadAsync();
        await keys.GoAsync("a[data-text='guests.read']", "#words");
        await keys.GoAsync("button[data-text='evidence.attest']", "#basis-fault");
        await keys.ChooseAsync("input[name=basis]", "input[name=basis][value=Present]");
        await keys.TypeAsync("#words", "I was in the room.");
        await keys.GoAsync("button[data-text='evidence.attest']", "[role=status]");
        await keys.GoAsync("a[data-text='shared.shared-with-me']", "summary[data-text='guests.stop-summary']");
        await keys.UnfoldAsync("summary[data-text='guests.stop-summary']", "Space");
        await keys.GoAsync("button[data-text='guests.stop']", "h1[data-text='guests.bye-title']");
    }

    [Fact]
    public async Task A_witness_is_asked_and_says_no_with_keys_alone()
    {
        const string Address = "omar@home.example";
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (lms, journey, inCourse) = await AddedAsync(chromium);
        await journey.StartAsync(Journey.Learner);
        await lms.Tool.Locator("form[action*='/evidence/new'] button").First.ClickAsync();
        await journey.FillAndSendAsync("A call in which two people never spoke.");
        await OpenAsync(lms, journey, Journey.Learner);
        await inCourse.GoAsync(".places a[href$='/evidence']", "a[href*='/evidence/show']");
        await inCourse.GoAsync("a[href*='/evidence/show']", "summary[data-text='evidence.witness-ask']");
        await inCourse.UnfoldAsync("summary[data-text='evidence.witness-ask']");
        await inCourse.TypeAsync("#mail-address", Address);
        await inCourse.TypeAsync("#mail-words", "You sat next to me.");
        await inCourse.GoAsync("button[data-text='evidence.witness-send']", "button[data-text='evidence.witness-withdraw']");

        var (_, keys) = await FollowAsync(chromium, Address, "/g/");
        await keys.UnfoldAsync("summary[data-text='guests.why-not']");
        await keys.TypeAsync("#reason", "I came too late to hear it.");
        await keys.GoAsync("button[data-text='guests.decline']", "main h1");

        await OpenAsync(lms, journey, Journey.Learner);
        await inCourse.GoAsync(".places a[href$='/evidence']", "a[href*='/evidence/show']");
        await inCourse.GoAsync("a[href*='/evidence/show']", "#witness");
        await Assertions.Expect(lms.Tool.Locator("[aria-labelledby=witness]")).ToContainTextAsync("I came too late to hear it.");
    }

    [Fact]
    public async Task An_exercise_is_put_off_done_and_written_down_with_keys_alone()
    {
        const string Address = "amara@home.example";
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (lms, journey, inCourse) = await AddedAsync(chromium);
        await LeaveNobodyOutAsync(lms, journey, inCourse);
        await journey.InviteAsync("Jürgen Groß");
        await journey.AcceptAsync();
        await journey.WriteAsync();
        await OwnAddress.TypeAsync(lms, Address);
        await OwnAddress.ProveAsync(stage.Tool, await chromium.OpenAsync(), Address);
        await journey.ReviewAsync();
        await NextWorkdayAsync();
        await PickedUpMail.SeeAsync(stage.Tool, Address, 2);
        await NextWorkdayAsync();

        var (outside, keys) = await FollowAsync(chromium, Address, "/n/e-");
        await keys.UnfoldAsync("summary[data-text='nudges.show-me-how']", "Space");
        await keys.UnfoldAsync("summary[data-text='nudges.later']");
        await keys.GoAsync("button[data-text='nudges.in-an-hour']", "h1[data-text='nudges.later-title']");

        await NextWorkdayAsync();
        await OpenAsync(lms, journey, Journey.Learner);
        await inCourse.GoAsync(".places a[href$='/inbox']", "button[data-text='nudges.did-it']");
        await inCourse.UnfoldAsync("summary[data-text='nudges.later']");
        await inCourse.GoAsync("button[data-text='nudges.did-it']", "main h1");

        await outside.BringToFrontAsync();
        await outside.ReloadAsync();
        await keys.TypeAsync("#Action", "I asked Jürgen first.");
        await keys.GoAsync("button[data-text='nudges.send']", "#missing");
        await keys.TypeAsync("#Outcome", "He named the handover that nobody owned.");
        await keys.GoAsync("button[data-text='nudges.send']", "h1[data-text='nudges.sent-title']");
    }

    [Fact]
    public async Task A_phone_is_let_in_looked_around_on_and_signed_out_with_keys_alone()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (lms, journey, inCourse) = await AddedAsync(chromium);
        await journey.StartAsync(Journey.Learner);
        await OpenAsync(lms, journey, Journey.Learner);
        await inCourse.UnfoldAsync("details.me > summary");
        await inCourse.GoAsync("a[data-text='shared.on-my-phone']", "figure.qr svg");
        await inCourse.UnfoldAsync("summary[data-text='devices.link-instead']");
        await inCourse.StopAtAsync("button[data-copy=link]");
        var link = (await lms.Tool.Locator("#link").TextContentAsync())!;

        var phone = await chromium.OpenAsync(390);
        await phone.GotoAsync(link);
        var keys = new Keys(phone);
        await keys.GoAsync("button[data-text='devices.open-here']", "#journeys");
        await keys.GoAsync("a.button[href*='/me/j/']", ".places");
        await keys.GoAsync(".places a[href$='/questions']", "a[data-text='questions.ask-something']");
        await keys.GoAsync("a[data-text='questions.ask-something']", "#text");
        await keys.TypeAsync("#text", "Asked from the phone?");
        await keys.GoAsync("button[data-text='questions.ask']", "main [role=status]");
        await keys.StopAtAsync("a[data-text='shared.my-journeys']", isBefore: true);
        await keys.UnfoldAsync("details.me > summary");
        await keys.GoAsync("a[data-text='shared.preferences']", "a[data-text='preferences.change-devices']");
        await keys.GoAsync("a[data-text='preferences.change-devices']", "button[data-text='devices.sign-out']");
        await keys.GoAsync("button[data-text='devices.sign-out']", "h1[data-text='devices.signed-out-title']");
    }

    [Fact]
    public async Task Mail_and_calendar_are_chosen_with_keys_alone()
    {
        const string Address = "sam@home.example";
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (lms, journey, inCourse) = await AddedAsync(chromium);
        await journey.StartAsync(Journey.Another);
        await inCourse.UnfoldAsync("details.me > summary");
        await inCourse.GoAsync("a[data-text='shared.preferences']", "a[data-text='preferences.change-mail']");
        await inCourse.GoAsync("a[data-text='preferences.change-mail']", "#address");
        await inCourse.TypeAsync("#address", Address);
        await inCourse.GoAsync("button[data-text='preferences.address-send']", ".note.wait");

        var (outside, keys) = await FollowAsync(chromium, Address, "/address");
        await keys.GoAsync("button[data-text='messages.prove-button']", "h1[data-text='messages.proved-title']");
        await outside.CloseAsync();

        await lms.Page.BringToFrontAsync();
        await inCourse.GoAsync("a[data-text='preferences.title']", "a[data-text='preferences.change-calendar']");
        await inCourse.GoAsync("a[data-text='preferences.change-calendar']", "button[data-text='preferences.calendar-make']");
        await inCourse.GoAsync("button[data-text='preferences.calendar-make']", "#calendar-address");
        await inCourse.StopAtAsync("button[data-copy=calendar-address]");
        await inCourse.GoAsync("button[data-text='preferences.calendar-stop']", "button[data-text='preferences.calendar-make']");
    }

    private async Task<(Lms Lms, Journey Journey, Keys Keys)> AddedAsync(Chromium chromium)
    {
        var lms = new Lms(stage, await chromium.OpenAsync());
        var journey = new Journey(lms, stage.Moodle, stage.Moodle.FindCourse("2")!);
        await journey.AddToCourseAsync();
        return (lms, journey, new Keys(lms));
    }

    private static async Task OpenAsync(Lms lms, Journey journey, string sub)
    {
        await lms.Page.BringToFrontAsync();
        await journey.OpenAsync(sub);
        await lms.ShownAsync();
    }

    /// <summary>Opens the newest link of a mail on a page of its own.</summary>
    private async Task<(IPage Page, Keys Keys)> FollowAsync(Chromium chromium, string address, string link)
    {
        var mail = await Eventually.SeeAsync(
            () => PickedUpMail.All(stage.Tool, address).LastOrDefault(one => one.TextBody!.Contains(link, StringComparison.Ordinal)),
            TimeSpan.FromSeconds(30), $"mail with {link} to {address}:\n{stage.Tool.Log}");
        var page = await chromium.OpenAsync(390);
        await page.GotoAsync(PickedUpMail.LinkIn(mail, link));
        return (page, new Keys(page));
    }

    /// <summary>By the set-up nobody is left without exercises by chance.</summary>
    private static async Task LeaveNobodyOutAsync(Lms lms, Journey journey, Keys keys)
    {
        await OpenAsync(lms, journey, Journey.Teacher);
        await keys.GoAsync(".places a[href$='/setup']", "button[data-text='setup.change']");
        await keys.GoAsync("button[data-text='setup.change']", "a[href*='part=nudges']");
        await keys.GoAsync("a[href*='part=nudges']", "#nudges-hold");
        await keys.TypeAsync("#nudges-hold", "0");
        await keys.GoAsync("button[data-text='setup.save']", "main h1");
    }

    /// <summary>Ten in the morning of the next day on which people work.</summary>
    private async Task NextWorkdayAsync()
    {
        var now = stage.Lms.World.Clock.GetUtcNow().UtcDateTime;
        var day = Enumerable.Range(1, 3).Select(days => now.Date.AddDays(days))
            .First(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        await stage.Lms.MoveAsync(day.AddHours(10) - now);
    }
}
