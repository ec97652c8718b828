using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using MimeKit;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>An exercise from the set-up to the mail, and from the mail on a phone to evidence, without a connection too.</summary>
public sealed class ExercisePageTests(NewStage stage) : IClassFixture<NewStage>
{
    private const string NothingIsKept =
        """
        () => new Promise((told) => {
          const opened = indexedDB.open('learning-buddy');
          opened.onsuccess = () => {
            const counted = opened.result.transaction('answers').objectStore('answers').count();
            counted.onsuccess = () => { opened.result.close(); told(counted.result === 0); };
          };
        })
        """;

    [Fact]
    public Task An_exercise_is_written_comes_by_mail_and_is_answered_on_a_phone() => PlayAsync("en", isForEyes: false);

    /// <summary>For eyes, by hand: the same in both languages, narrow and wide, light and dark.</summary>
    [Theory]
    [MemberData(nameof(StoryPictures.Languages), MemberType = typeof(StoryPictures))]
    [Trait("Part", "ByHand")]
    public Task Pictures_of_exercises(string language) => PlayAsync(language, isForEyes: true);

    private async Task PlayAsync(string language, bool isForEyes)
    {
        var (address, story) = ($"amara-{language}@home.example", isForEyes ? $"{language}-exercise" : "exercise");
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var teacher = new FramedLook(new Lms(stage, await chromium.OpenAsync(1100)), $"{story}-teacher") { IsForEyes = isForEyes };
        var learner = new FramedLook(new Lms(stage, await chromium.OpenAsync(360)), $"{story}-learner") { IsForEyes = isForEyes };
        var phone = new PhoneLook(await chromium.OpenAsync(360), $"{story}-phone") { IsForEyes = isForEyes };
        var (led, own) = (JourneyOf(teacher), JourneyOf(learner));
        await led.AddToCourseAsync();
        if (isForEyes)
        {
            await PreferAsync(teacher, led, Journey.Teacher, language);
            await led.AddToCourseAsync();
        }

        await SetUpAsync(teacher, led);

        await own.InviteAsync("Jürgen Groß");
        if (isForEyes)
            await PreferAsync(learner, own, Journey.Learner, language);
        await own.AcceptAsync();
        await own.WriteAsync();
        await learner.Tool.Locator(".places").WaitForAsync();
        await OwnAddress.TypeAsync(learner.Lms, address);
        await OwnAddress.ProveAsync(stage.Tool, phone.Page, address);
        await led.ReviewAsync();

        await own.OpenAsync(Journey.Learner);
        await learner.Tool.Locator(".places a[href$='/inbox']").ClickAsync();
        await learner.Tool.Locator("h1[data-text='nudges.nothing-waits']").WaitForAsync();
        await learner.AtAsync("empty-inbox");
        await learner.PressAsync("a[data-text='nudges.my-plan']", "ol.rows", "plan");
        await learner.Tool.Locator("input[name=pace][value=Small]").CheckAsync();
        await learner.PressAsync("button[data-text='nudges.keep-pace']", "main [role=status]", "plan-small");
        await Assertions.Expect(learner.Tool.Locator("ol.rows > li")).ToHaveCountAsync(4);

        var mail = await UntilMailAsync(address);
        await phone.Page.GotoAsync("about:blank");
        await phone.AtMailAsync(mail, "exercise-mail");
        var answer = PickedUpMail.LinkIn(mail, "/n/e-");
        if (!isForEyes)
            await LookInArabicAndDarkAsync(phone, answer);
        await phone.Page.GotoAsync(answer);
        await phone.Page.Locator("summary[data-text='nudges.show-me-how']").ClickAsync();
        await phone.Page.Locator("summary[data-text='nudges.later']").ClickAsync();
        await phone.AtAsync("nudges/answer", "open");

        // Without a connection the answer is kept; the page is left, and the page of another link takes it along once there is one again.
        await chromium.Context.SetOfflineAsync(true);
        await phone.Page.Locator("button[data-text='nudges.did-it']").ClickAsync();
        await phone.Page.Locator("[data-unsent]:not([hidden])").WaitForAsync();
        await phone.AtAsync("nudges/answer", "kept");
        await phone.Page.GotoAsync("about:blank");
        await chromium.Context.SetOfflineAsync(false);
        await phone.Page.GotoAsync(new Uri(new Uri(answer), "/n/e-none").ToString());
        await phone.AtAsync("nudges/answer", "gone");
        await phone.Page.WaitForFunctionAsync(NothingIsKept);
        await phone.Page.GotoAsync(answer);
        await phone.Page.Locator("h1[data-text='nudges.what-happened']").WaitForAsync();
        await Assertions.Expect(phone.Page.Locator("#Action")).ToHaveValueAsync("");
        await phone.AtAsync("nudges/answer", "write");
        await phone.Page.Locator("#Action").FillAsync("I asked Jürgen first.");
        await phone.Page.Locator("button[data-text='nudges.send']").ClickAsync();
        await phone.Page.Locator("#missing").WaitForAsync();
        await phone.AtAsync("nudges/answer", "missing");
        await phone.Page.Locator("#Outcome").FillAsync("He named the handover that nobody owned.");

        // Its own page, opened again, sends what was kept and shows what became of it.
        await chromium.Context.SetOfflineAsync(true);
        await phone.Page.Locator("#Outcome").FillAsync("He named the handover that nobody owned. Two did.");
        await phone.Page.Locator("button[data-text='nudges.keep']").ClickAsync();
        await phone.Page.Locator("[data-unsent]:not([hidden])").WaitForAsync();
        await phone.Page.GotoAsync("about:blank");
        await chromium.Context.SetOfflineAsync(false);
        await phone.Page.GotoAsync(answer);
        await Assertions.Expect(phone.Page.Locator("#Outcome")).ToHaveValueAsync("He named the handover that nobody owned. Two did.");

        // A page that stays open goes on by itself.
        await chromium.Context.SetOfflineAsync(true);
        await phone.Page.Locator("button[data-text='nudges.send']").ClickAsync();
        await phone.Page.Locator("[data-unsent]:not([hidden])").WaitForAsync();
        await chromium.Context.SetOfflineAsync(false);
        await phone.Page.Locator("h1[data-text='nudges.sent-title']").WaitForAsync();
        await phone.AtAsync("nudges/answer", "sent");

        await led.OpenAsync(Journey.Teacher);
        await teacher.Lms.ShownAsync();
        await teacher.PressAsync(".places a[href$='/exercises']", "h2#answers", "figures");
        await Assertions.Expect(teacher.Tool.Locator("tbody tr:has(td:text-is('1'))").First).ToBeVisibleAsync();
        await teacher.PressAsync("a[data-text='nudges.effect-with']", "main .empty", "people");

        Findings.None([.. teacher.Findings, .. learner.Findings, .. phone.Findings]);
    }

    private static async Task PreferAsync(FramedLook look, Journey journey, string sub, string language)
    {
        await journey.OpenAsync(sub);
        await look.Lms.ShownAsync();
        await look.Lms.PreferAsync("Light", language);
    }

    private Journey JourneyOf(FramedLook look) => new(look.Lms, stage.Moodle, stage.Moodle.FindCourse("2")!);

    /// <summary>A thirteenth exercise, two more days, and nobody is left out by chance.</summary>
    private static async Task SetUpAsync(FramedLook teacher, Journey led)
    {
        await led.OpenAsync(Journey.Teacher);
        await teacher.Lms.ShownAsync();
        await teacher.PressAsync(".places a[href$='/setup']", "button[data-text='setup.change']", "setup-shown");
        await teacher.PressAsync("button[data-text='setup.change']", "a[href*='part=nudges']", "setup");
        await teacher.PressAsync("a[href*='part=nudges']", "#nudges-days", "setup-exercises");
        await teacher.Tool.Locator("#nudges-hold").FillAsync("0");
        await teacher.Tool.Locator("#nudges-days").FillAsync("1, 3, 6, 10, 15, 21, 45");
        await teacher.Tool.Locator("button[data-add='nudges.Exercises']").ClickAsync();
        var last = teacher.Tool.Locator("ol.rows > li").Last;
        await last.Locator("textarea").First.FillAsync("Ask somebody what they would decide.");
        await teacher.Tool.Locator("ol.rows > li").First.Locator("summary[data-text='shared.row-more']").ClickAsync();
        await teacher.Tool.Locator("summary[data-text='nudges.preview']").First.ClickAsync();
        await teacher.AtAsync("setup-exercise-added");
        await Screenshots.TakeAsync(teacher.Tool.Locator("details[data-preview][open]").First, "exercise-preview");
        await teacher.PressAsync("button[data-text='setup.save'], button[name=next]", ".places", "setup-saved");
    }

    /// <summary>
    /// Two working days, each at ten in the morning: of what was held over night one mail a day goes, that something was confirmed and the
    /// exercise.
    /// </summary>
    private async Task<MimeMessage> UntilMailAsync(string address)
    {
        var now = stage.Lms.World.Clock.GetUtcNow().UtcDateTime;
        var day = Enumerable.Range(2, 5).Select(days => now.Date.AddDays(days)).First(day => IsWorkday(day) && IsWorkday(day.AddDays(1)));
        await stage.Lms.MoveAsync(day.AddHours(10) - now);
        await PickedUpMail.SeeAsync(stage.Tool, address, 2);
        await stage.Lms.MoveAsync(TimeSpan.FromDays(1));
        return await Eventually.SeeAsync(
            () => PickedUpMail.All(stage.Tool, address).LastOrDefault(IsExercise), TimeSpan.FromSeconds(30), $"exercise by mail:\n{stage.Tool.Log}");
    }

    private static bool IsWorkday(DateTime day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static bool IsExercise(MimeMessage mail) => mail.TextBody!.Contains("/n/e-", StringComparison.Ordinal);

    private static async Task LookInArabicAndDarkAsync(PhoneLook phone, string answer)
    {
        await phone.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await phone.Page.GotoAsync(answer.Replace("culture=en", "culture=ar", StringComparison.Ordinal));
        await phone.AtAsync("nudges/answer", "arabic-dark");
        await phone.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }
}
