using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>
/// For eyes: pages that only a story leads to, each narrow and wide, light and dark, in English and Arabic. By hand; they go to
/// <c>SCREENSHOTS</c>, and nowhere else.
/// </summary>
[Trait("Part", "ByHand")]
public sealed class StoryPictures(WholeStage stage) : IClassFixture<WholeStage>
{
    private const int Phone = 380;

    /// <summary>The folder with mails as pages, which <c>MailPages</c> of the unit tests writes.</summary>
    private static readonly string? Mails = Environment.GetEnvironmentVariable("MAILS");

    public static TheoryData<string> Languages => ["en", "ar"];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Pictures_of_the_path_and_the_sprints(string language)
    {
        var address = $"ruth-{language}@work.example";
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (teacher, learner, other) = await CourseAsync(chromium, language, "sprint", "six-week-journey");
        var ruth = new PhoneLook(await chromium.OpenAsync(Phone), $"{language}-sprint-manager") { IsForEyes = true };

        await StartAsync(learner, Journey.Learner, language);
        await learner.AtAsync("1-today");
        await learner.PressAsync("a[data-text='path.begin']", "button[data-text='path.go-on']", "2-levels");
        await learner.PressAsync("button[data-text='path.go-on']", "fieldset .fault", "3-levels-missing");
        while (await learner.Tool.Locator(".scale input").CountAsync() > 0)
        {
            await learner.Lms.ToolFrame.EvaluateAsync(
                "() => document.querySelectorAll('.scale').forEach((line, row) => line.querySelectorAll('input')[row % 3].click())");
            await learner.Lms.ToolFrame.EvaluateAsync("() => { document.body.dataset.left = 'yes' }");
            await learner.Tool.Locator("form .actions .button").ClickAsync();
            await learner.Tool.Locator("body:not([data-left]) .scale").First.WaitForAsync();
        }

        await learner.AtAsync("4-picture");
        await learner.Tool.Locator("summary[data-text='path.view-ask']").ClickAsync();
        await learner.PressAsync("button[data-text='path.view-send']", ".fault", "5-view-refused");
        await learner.Tool.Locator("input[name=by][value=Manager]").CheckAsync();
        await learner.Tool.Locator("#mail-address").FillAsync(address);
        await learner.Tool.Locator("#mail-words").FillAsync("You see me in meetings every week.");
        await learner.PressAsync("button[data-text='path.view-send']", "[role=status]", "6-view-asked");
        await GiveViewAsync(ruth, address);
        await OpenAsync(learner, Journey.Learner);
        await learner.PressAsync("a[data-text='shared.where-i-stand']", ".pins b", "7-views");

        await learner.PressAsync("a[data-text='path.choose-sprints']", "button[data-text='sprints.keep']", "8-choose");
        var boxes = learner.Tool.Locator("input[name=sprint]");
        for (var box = 0; box < 3; box++)
        {
            await boxes.Nth(box).CheckAsync();
        }

        await learner.PressAsync("button[data-text='sprints.keep']", "[role=alert]", "9-too-many");
        await boxes.Nth(2).UncheckAsync();
        await learner.PressAsync("button[data-text='sprints.keep']", "button[data-text='sprints.keep-changed']", "a-chosen");

        await StartAsync(other, Journey.Buddy, language);
        await other.PressAsync(".places a[href$='/sprints']", "a[data-text='sprints.choose']", "1-none-yet");
        await other.PressAsync("a[data-text='sprints.choose']", "button[data-text='sprints.keep']", "2-choose");
        await other.PressAsync("a[data-text='sprints.see-board']", "[data-board]", "3-board");
        await other.PressAsync("button[data-text='sprints.take']", ".board > .mine", "4-taken");
        await OpenAsync(teacher, Journey.Teacher);
        await teacher.PressAsync(".places a[href$='/sprints/board']", "[data-board]", "1-board");
        await teacher.PressAsync("button[data-text='sprints.close-choice']", "button[data-text='sprints.open-choice']", "2-closed");
        await teacher.PressAsync(".board a[href*='/sprints/change']", "button[data-text='sprints.change-save']", "3-change");
        await OpenAsync(teacher, Journey.Teacher);
        await teacher.PressAsync("a[href*='/reviews/learner']", "a[href*='/path/view']", "4-learner");
        await teacher.PressAsync("a[href*='/path/view']", "button[data-text='path.view-give']", "5-view");

        await OpenAsync(learner, Journey.Learner);
        await learner.PressAsync(".places a[href$='/sprints']", ".rows a[href*='/sprints/show']", "b-sprints");
        await learner.PressAsync(".rows a[href*='/sprints/show']", "button[data-text='sprints.tick']", "c-sprint");
        foreach (var part in new[] { "d", "e", "f" })
        {
            await learner.PressAsync("details[open] button[data-text='sprints.tick']", "main h1", $"{part}-ticked");
        }

        await learner.Tool.Locator("#sure label:has(input[value='4'])").ClickAsync();
        await learner.PressAsync("button[data-text='sprints.sure-keep']", "div#sure", "g-sure");
        await learner.PressAsync("button[data-text='sprints.show-one']", "button[data-text='sprints.show-all']", "h-small-steps");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Pictures_of_group_sessions(string language)
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (teacher, learner, other) = await CourseAsync(chromium, language, "session", "six-week-journey");
        foreach (var (look, sub) in new[] { (learner, Journey.Learner), (other, Journey.Buddy) })
        {
            await StartAsync(look, sub, language);
        }

        await learner.PressAsync(".places a[href$='/sessions']", ".empty", "1-none");
        await OpenAsync(teacher, Journey.Teacher);
        await teacher.PressAsync(".places a[href$='/sessions/lead']", "button[data-text='sessions.start']", "1-start");
        await teacher.Tool.Locator("input[value='Challenge']").CheckAsync();
        await teacher.PressAsync("button[data-text='sessions.start']", "button[data-text='sessions.propose']", "2-started");
        await OpenAsync(learner, Journey.Learner);
        await learner.PressAsync("a[data-text='sessions.take-part']", "button[data-text='sessions.i-am-here']", "2-open");
        await learner.Tool.Locator("#behaviour").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await learner.Tool.Locator("#hard").FillAsync("Everybody talks at once.");
        await learner.PressAsync("button[data-text='sessions.i-am-here']", ".state.mine", "3-here");
        await OpenAsync(other, Journey.Buddy);
        await other.AtAsync("1-today");
        await other.Tool.Locator("a[data-text='sessions.take-part']").ClickAsync();
        await other.Tool.Locator("button[data-text='sessions.i-am-here']").ClickAsync();
        await other.Tool.Locator(".state.mine").First.WaitForAsync();

        await OpenAsync(teacher, Journey.Teacher);
        await teacher.PressAsync(".places a[href$='/sessions/lead']", "button[data-text='sessions.propose']", "3-arrived");
        await teacher.PressAsync("button[data-text='sessions.propose']", "button[data-text='sessions.publish']", "4-proposed");
        await teacher.Tool.Locator("summary[data-text='sessions.move-people']").ClickAsync();
        await teacher.AtAsync("5-move");
        await teacher.PressAsync("button[data-text='sessions.publish']", "button[data-text='sessions.end']", "6-published");

        await OpenAsync(learner, Journey.Learner);
        await learner.PressAsync("a[data-text='sessions.take-part']", "#prompt", "4-group");
        foreach (var (prompt, state) in new[] { (2, "5"), (3, "6"), (4, "7") })
        {
            await learner.PressAsync("a[data-text='sessions.next-prompt']", "#prompt", $"{state}-prompt-{prompt}");
        }

        await learner.Tool.Locator("#when").FillAsync("the weekly call begins");
        await learner.PressAsync("button[data-text='sessions.take-keep']", "#when-fault", "8-half");
        await learner.Tool.Locator("#will").FillAsync("let those on screen begin");
        await learner.Tool.Locator("input[name=share]").CheckAsync();
        await learner.PressAsync("button[data-text='sessions.take-keep']", "dl.plan", "9-taken");
        await OpenAsync(teacher, Journey.Teacher);
        await teacher.PressAsync(".places a[href$='/sessions/lead']", "button[data-text='sessions.end']", "7-talking");
        await teacher.PressAsync("button[data-text='sessions.end']", "button[data-text='sessions.start']", "8-ended");
        await OpenAsync(learner, Journey.Learner);
        await learner.AtAsync("a-today");
        await learner.PressAsync(".places a[href$='/sessions']", "dl.plan", "b-over");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Pictures_of_guests(string language)
    {
        var (ruth, omar) = ($"ruth-{language}@home.example", $"omar-{language}@home.example");
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (_, learner, other) = await CourseAsync(chromium, language, "guest", "");
        await StartAsync(learner, Journey.Learner, language);
        await learner.Tool.Locator("a[data-text='buddies.choose-buddy']").ClickAsync();
        await learner.Tool.Locator("summary[data-text='buddies.mail-outside']").ClickAsync();
        await learner.PressAsync("button[data-text='buddies.mail-send']", ".fault", "1-mail-refused");
        await learner.Tool.Locator("#mail-address").FillAsync(ruth);
        await learner.Tool.Locator("#mail-words").FillAsync("You told me the truth once. Tell it to me again.");
        await learner.PressAsync("button[data-text='buddies.mail-send']", "button[data-text='buddies.withdraw']", "2-asked");

        var buddy = new PhoneLook(await chromium.OpenApartAsync(Phone), $"{language}-guest-buddy") { IsForEyes = true };
        var link = await LinkAsync(ruth, "/g/");
        await buddy.Page.GotoAsync(link);
        await buddy.Page.Locator("summary[data-text='guests.why-not']").ClickAsync();
        await buddy.AtAsync("1-ask");
        await buddy.Page.Locator("#name").FillAsync("Ruth Adler");
        await buddy.Page.Locator("button[data-text='guests.accept']").ClickAsync();
        await buddy.Page.Locator("section.empty").WaitForAsync();
        await buddy.AtAsync("2-guest");
        await OpenAsync(learner, Journey.Learner);
        await learner.Tool.Locator(".next form[action*='/evidence/new'] button").First.ClickAsync();
        await JourneyOf(learner.Lms).FillAndSendAsync("A call with two teams who blamed each other for a late release.");
        await AskWitnessAsync(learner, omar);

        await buddy.Page.ReloadAsync();
        await buddy.AtAsync("3-shared");
        await buddy.Page.Locator("a[data-text='guests.read']").ClickAsync();
        await buddy.Page.Locator("button[data-text='evidence.attest']").ClickAsync();
        await buddy.Page.Locator("#basis-fault").WaitForAsync();
        await buddy.AtAsync("4-evidence");
        await buddy.Page.Locator("input[name='basis'][value='Present']").CheckAsync();
        await buddy.Page.Locator("#words").FillAsync("I was in the room.");
        await buddy.Page.Locator("button[data-text='evidence.attest']").ClickAsync();
        await buddy.Page.Locator("[role=status]").WaitForAsync();
        await buddy.AtAsync("5-answered");
        await buddy.Page.Locator("a[data-text='shared.shared-with-me']").ClickAsync();
        await buddy.Page.Locator("summary[data-text='guests.stop-summary']").ClickAsync();
        await buddy.Page.Locator("summary[data-text='guests.erase']").ClickAsync();
        await buddy.AtAsync("6-ways-out");
        await buddy.Page.GotoAsync(link);
        await buddy.AtAsync("7-link-again");
        await buddy.Page.Locator("button[data-text='guests.open']").ClickAsync();
        await buddy.Page.Locator("summary[data-text='guests.stop-summary']").ClickAsync();
        await buddy.Page.Locator("button[data-text='guests.stop']").ClickAsync();
        await buddy.Page.Locator("h1[data-text='guests.bye-title']").WaitForAsync();
        await buddy.AtAsync("8-bye");
        await buddy.Page.GotoAsync(link);
        await buddy.AtAsync("9-over");
        await buddy.Page.Locator("button[data-text='guests.erase-now']").ClickAsync();
        await buddy.Page.Locator("button[data-text='guests.erase-now']").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await buddy.AtAsync("a-erased");
        await buddy.Page.GotoAsync($"{stage.Tool.Url}/g/none?culture={language}");
        await buddy.AtAsync("b-bad-link");
        await buddy.Page.GotoAsync($"{stage.Tool.Url}/g?culture={language}");
        await buddy.Page.Locator("#address").FillAsync("ruth at home");
        await buddy.Page.Locator("button[data-text='guests.send-link']").ClickAsync();
        await buddy.Page.Locator(".fault").WaitForAsync();
        await buddy.AtAsync("c-new-link");
        await buddy.Page.Locator("#address").FillAsync(ruth);
        await buddy.Page.Locator("button[data-text='guests.send-link']").ClickAsync();
        await buddy.Page.Locator("#address").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await buddy.AtAsync("d-link-sent");

        await WitnessAsync(new PhoneLook(await chromium.OpenApartAsync(Phone), $"{language}-guest-witness") { IsForEyes = true }, omar);
        await OpenAsync(learner, Journey.Learner);
        await ShowEvidenceAsync(learner);
        await learner.AtAsync("4-witnesses");
        await StartAsync(other, Journey.Buddy, language);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Pictures_of_phones_mail_and_calendars(string language)
    {
        var address = $"amara-{language}@home.example";
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (_, learner, _) = await CourseAsync(chromium, language, "phone", "");
        await StartAsync(learner, Journey.Learner, language);
        await learner.Tool.Locator("form[action*='/evidence/new'] button").First.ClickAsync();
        await learner.Tool.Locator("#Situation").FillAsync("A workshop, not written down to its end.");
        await learner.Tool.Locator("button[data-text='evidence.keep']").ClickAsync();
        await learner.Tool.Locator("#Situation").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await learner.Tool.Locator("details.me summary").ClickAsync();
        await learner.PressAsync("a[data-text='shared.on-my-phone']", "figure.qr svg", "1-pairing");
        await learner.Tool.Locator("summary[data-text='devices.link-instead']").ClickAsync();
        await learner.AtAsync("2-link");
        var link = (await learner.Tool.Locator("#link").TextContentAsync())!;

        var phone = new PhoneLook(await chromium.OpenApartAsync(Phone), $"{language}-phone-own") { IsForEyes = true };
        await phone.Page.GotoAsync(link);
        await phone.AtAsync("1-open");
        await phone.Page.Locator("button[data-text='devices.open-here']").ClickAsync();
        await phone.Page.Locator("#journeys").WaitForAsync();
        await phone.AtAsync("2-me");
        await phone.Page.Locator("a.button[href*='/me/j/']").First.ClickAsync();
        await phone.Page.Locator(".places").WaitForAsync();
        await phone.Page.Locator("details.me summary").ClickAsync();
        await phone.AtAsync("3-journey");
        await phone.Page.Locator("a[data-text='shared.preferences']").ClickAsync();
        await phone.Page.Locator("a[data-text='preferences.change-devices']").ClickAsync();
        await phone.Page.Locator("[data-push]").WaitForAsync();
        await phone.AtAsync("4-devices");
        await phone.Page.GotoAsync($"{stage.Tool.Url}/me/offline?culture={language}");
        await phone.AtAsync("5-offline");
        await phone.Page.GotoAsync(link);
        await phone.AtAsync("6-used");

        await OpenAsync(learner, Journey.Learner);
        await learner.Tool.Locator("details.me summary").ClickAsync();
        await learner.PressAsync("a[data-text='shared.preferences']", "a[data-text='preferences.change-mail']", "3-preferences");
        await learner.PressAsync(
            "a[data-text='preferences.change-calendar']", "button[data-text='preferences.calendar-make']", "4-calendar");
        await learner.PressAsync("button[data-text='preferences.calendar-make']", "#calendar-address", "5-calendar-made");
        await learner.Tool.Locator("button[data-text='preferences.calendar-stop']").ClickAsync();
        await learner.Tool.Locator("button[data-text='preferences.calendar-make']").WaitForAsync();
        await learner.PressAsync("a[data-text='preferences.title']", "a[data-text='preferences.change-mail']", "6-preferences");
        await learner.PressAsync("a[data-text='preferences.change-mail']", "#address", "7-mail");
        await learner.Tool.Locator("#address").FillAsync(address);
        await learner.PressAsync("button[data-text='preferences.address-send']", ".note.wait", "8-address-asked");
        await phone.Page.GotoAsync(await LinkAsync(address, "/address"));
        await phone.AtAsync("7-prove");
        await phone.Page.Locator("button[data-text='messages.prove-button']").ClickAsync();
        await phone.Page.Locator("h1[data-text='messages.proved-title']").WaitForAsync();
        await phone.AtAsync("8-proved");
        await OpenAsync(learner, Journey.Learner);
        await learner.Tool.Locator("details.me summary").ClickAsync();
        await learner.PressAsync("a[data-text='shared.my-devices'], a[data-text='shared.on-my-phone']", "main h1", "9-devices");
    }

    /// <summary>Every mail that the tool writes, as the unit tests' <c>MailPages</c> has put them into a folder.</summary>
    [Fact]
    public async Task Pictures_of_every_mail()
    {
        Assert.SkipWhen(Mails is null, "MAILS names no folder.");
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var page = await chromium.OpenAsync(Phone);
        foreach (var file in Directory.EnumerateFiles(Mails!, "*.html").Order(StringComparer.Ordinal))
        {
            await page.SetContentAsync(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
            await Looks.TakeMailAsync(page, Path.GetFileNameWithoutExtension(file));
        }
    }

    private Journey JourneyOf(Lms lms) => new(lms, stage.Moodle, stage.Moodle.Courses.First());

    /// <summary>An activity in this language, and three people who read it in this language.</summary>
    private async Task<(FramedLook Teacher, FramedLook Learner, FramedLook Other)> CourseAsync(
        Chromium chromium, string language, string story, string template)
    {
        async Task<FramedLook> LookAsync(string who) =>
            new(new Lms(stage, await chromium.OpenApartAsync(Phone)), $"{language}-{story}-{who}") { IsForEyes = true };
        var (teacher, learner, other) = (await LookAsync("teacher"), await LookAsync("learner"), await LookAsync("other"));
        var added = JourneyOf(teacher.Lms);
        await added.AddToCourseAsync(template: template);
        await OpenAsync(teacher, Journey.Teacher);
        await teacher.Lms.PreferAsync("Light", language);
        await added.AddToCourseAsync(template: template);
        return (teacher, learner, other);
    }

    private async Task OpenAsync(FramedLook look, string sub)
    {
        await look.Lms.Page.BringToFrontAsync();
        await JourneyOf(look.Lms).OpenAsync(sub);
        await look.Lms.ShownAsync();
    }

    /// <summary>Somebody starts, and chooses their language.</summary>
    private async Task StartAsync(FramedLook look, string sub, string language)
    {
        await OpenAsync(look, sub);
        await look.Tool.Locator("button[data-text='shared.start']").ClickAsync();
        await look.Tool.Locator("button[data-text='shared.start']").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await look.Lms.ShownAsync();
        await look.Lms.PreferAsync("Light", language);
    }

    private async Task<string> LinkAsync(string address, string words) => PickedUpMail.LinkIn(
        await Eventually.SeeAsync(
            () => PickedUpMail.All(stage.Tool, address).LastOrDefault(mail => mail.TextBody!.Contains(words, StringComparison.Ordinal)),
            TimeSpan.FromSeconds(60), $"mail to {address}:\n{stage.Tool.Log}"),
        words);

    private async Task GiveViewAsync(PhoneLook ruth, string address)
    {
        await ruth.Page.GotoAsync(await LinkAsync(address, "/g/"));
        await ruth.AtAsync("1-ask");
        await ruth.Page.Locator("#name").FillAsync("Ruth Adler");
        await ruth.Page.Locator("button[data-text='guests.accept']").ClickAsync();
        await ruth.Page.Locator("a[href*='/path/view']").First.WaitForAsync();
        await ruth.AtAsync("2-guest");
        await ruth.Page.Locator("a[href*='/path/view']").First.ClickAsync();
        await ruth.Page.Locator("button[data-text='path.view-give']").ClickAsync();
        await ruth.Page.Locator("[role=alert]").First.WaitForAsync();
        await ruth.AtAsync("3-view");
        await ruth.Page.Locator("fieldset").First.Locator("label:has(input[value='1'])").ClickAsync();
        await ruth.Page.Locator("button[data-text='path.view-give']").ClickAsync();
        await ruth.Page.Locator("[role=status]").First.WaitForAsync();
        await ruth.AtAsync("4-given");
    }

    private static async Task AskWitnessAsync(FramedLook learner, string address)
    {
        await ShowEvidenceAsync(learner);
        await learner.Tool.Locator("summary[data-text='evidence.witness-ask']").ClickAsync();
        await learner.Tool.Locator("#mail-address").FillAsync(address);
        await learner.Tool.Locator("#mail-words").FillAsync("You sat next to me when Aiko spoke. Tell them what you saw.");
        await learner.PressAsync(
            "button[data-text='evidence.witness-send']", "button[data-text='evidence.witness-withdraw']", "3-witness-asked");
    }

    private async Task WitnessAsync(PhoneLook witness, string address)
    {
        await witness.Page.GotoAsync(await LinkAsync(address, "/g/"));
        await witness.AtAsync("1-ask");
        await witness.Page.Locator("#name").FillAsync("Omar Haddad");
        await witness.Page.Locator("button[data-text='guests.accept']").ClickAsync();
        await witness.Page.Locator("a[data-text='guests.read']").WaitForAsync();
        await witness.AtAsync("2-guest");
        await witness.Page.Locator("a[data-text='guests.read']").ClickAsync();
        await witness.Page.Locator("input[name='basis']").Last.CheckAsync();
        await witness.AtAsync("3-evidence");
        await witness.Page.Locator("button[data-text='evidence.attest']").ClickAsync();
        await witness.Page.Locator("[role=status]").WaitForAsync();
        await witness.Page.Locator("a[data-text='shared.shared-with-me']").ClickAsync();
        await witness.Page.Locator("summary[data-text='guests.witness-stop-summary']").ClickAsync();
        await witness.AtAsync("4-ways-out");
    }

    private static async Task ShowEvidenceAsync(FramedLook learner)
    {
        await learner.Tool.Locator(".places a[href$='/evidence']").ClickAsync();
        await learner.Tool.Locator(".places a[href$='/evidence'][aria-current]").WaitForAsync();
        await learner.Tool.Locator("a[href*='/evidence/show']").First.ClickAsync();
        await learner.Tool.Locator("#witness").WaitForAsync();
    }
}
