using System.Globalization;
using LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using MimeKit;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>
/// The way to a learning buddy that nobody wishes for and many have: a no, a silence, somebody from outside in another time zone, and a change.
/// </summary>
public sealed class BuddyStoryTests
{
    private const string Ruth = "ruth@home.example";
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Theory]
    [InlineData("moodle")]
    [InlineData("canvas-north", Traits = ["Part", "Long"])]
    public async Task A_learner_is_refused_waits_in_vain_meets_somebody_from_outside_and_changes(string slug)
    {
        await using var stage = new NewStage();
        await stage.InitializeAsync();
        var cast = Cast.Of(stage, slug);
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var learner = new FramedLook(new Lms(stage, await chromium.OpenAsync(360)), $"story-{slug}-learner");
        var others = new FramedLook(new Lms(stage, await chromium.OpenAsync(1100)), $"story-{slug}-others");
        await cast.In(others).AddToCourseAsync(cast.Teacher.Sub);
        foreach (var person in cast.Others)
        {
            await cast.In(others).OpenAsync(person.Sub);
            await others.Lms.ShownAsync();
        }

        // A no, with a reason for one reader; then three names with their reasons, and one of them is asked.
        await cast.In(learner).StartAsync(cast.Learner.Sub);
        await learner.PressAsync("a[data-text='buddies.choose-buddy']", "a[data-text='buddies.invite']", "whom");
        await learner.PressAsync(InviteOf(cast.Others[0]), "#message", "ask");
        await learner.Tool.Locator("#message").FillAsync("You never tell me what I want to hear.");
        await learner.PressAsync("button[data-text='buddies.invite']", "button[data-text='buddies.withdraw']", "asked");
        await GoToBuddiesAsync(others, cast, cast.Others[0]);
        await Assertions.Expect(others.Tool.Locator("blockquote")).ToContainTextAsync("You never tell me what I want to hear.");
        await others.Tool.Locator("summary[data-text='buddies.why-not']").ClickAsync();
        await others.Tool.Locator("textarea[name=reason]").FillAsync("I support two people already.");
        await others.PressAsync("button[data-text='buddies.decline']", "main [role=status]", "declined");
        await GoToBuddiesAsync(learner, cast, cast.Learner);
        await learner.AtAsync("suggested");
        await Assertions.Expect(learner.Tool.Locator("main")).ToContainTextAsync("I support two people already.");
        await Assertions.Expect(learner.Tool.Locator("#suggested")).Not.ToContainTextAsync(cast.Others[0].Name);
        var silent = cast.Others.First(person => person != cast.Others[0]);
        await learner.PressAsync(InviteOf(silent), "#message", "ask-again");
        await learner.PressAsync("button[data-text='buddies.invite']", "button[data-text='buddies.withdraw']", "asked-again");

        // Eight days of silence; then somebody from outside says yes on a phone in New York.
        await stage.Lms.MoveAsync(TimeSpan.FromDays(8));
        await GoToBuddiesAsync(learner, cast, cast.Learner);
        await learner.AtAsync("no-answer");
        await Assertions.Expect(learner.Tool.Locator("#suggested")).Not.ToContainTextAsync(silent.Name);
        await learner.Tool.Locator("summary[data-text='buddies.mail-outside']").ClickAsync();
        await learner.Tool.Locator("#mail-address").FillAsync(Ruth);
        await learner.Tool.Locator("#mail-words").FillAsync("You told me the truth once. Tell it to me again.");
        await learner.PressAsync("button[data-text='buddies.mail-send']", "button[data-text='buddies.withdraw']", "mailed");
        var phone = new PhoneLook(await chromium.OpenAsync(360), $"story-{slug}-ruth");
        await MoveToNewYorkAsync(phone.Page);
        var link = PickedUpMail.LinkIn(await PickedUpMail.SeeAsync(stage.Tool, Ruth, 1), "/g/");
        await phone.Page.GotoAsync(link);
        await phone.Page.Locator("#name").FillAsync("Ruth Adler");
        await phone.Page.Locator("button[data-text='guests.accept']").ClickAsync();
        await phone.Page.Locator("a.button[href*='/buddies/talk']").WaitForAsync();

        // Clocks are put forward, or back, between the two times that are offered.
        var change = await MoveBeforeClocksChangeAsync(stage);
        var (before, after) = (change.AddDays(-2).AddHours(15), change.AddDays(2).AddHours(15));
        await GoToBuddiesAsync(learner, cast, cast.Learner);
        await learner.PressAsync("a.button[href*='/buddies/talk']", "button[data-text='buddies.offer']", "offer");
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Cast.ZoneOf(cast.Learner));
        await Assertions.Expect(learner.Tool.Locator("#times-hint")).ToContainTextAsync(zone.Id[(zone.Id.LastIndexOf('/') + 1)..]);
        await learner.Tool.Locator("#time-0").FillAsync(Typed(before));
        await learner.Tool.Locator("#time-1").FillAsync(Typed(after));
        await learner.PressAsync("button[data-text='buddies.offer']", "main [role=status]", "offered");
        await phone.Page.GotoAsync(link);
        await phone.Page.Locator("button[data-text='guests.open']").ClickAsync();
        await phone.Page.Locator("a.button[href*='/buddies/talk']").ClickAsync();
        await phone.Page.Locator("button[data-text='buddies.take']").First.WaitForAsync();
        await phone.AtAsync("buddies/talk");
        var rows = phone.Page.Locator("li:has(button[data-text='buddies.take'])");
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync(ClockInNewYork(before, zone));
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync(ClockInNewYork(after, zone));
        Assert.NotEqual(ClockInNewYork(before, zone), ClockInNewYork(after, zone));
        await rows.Nth(1).Locator("button").ClickAsync();
        await phone.Page.Locator("button[data-text='buddies.call-off']").WaitForAsync();
        Assert.Equal(TimeZoneInfo.ConvertTimeToUtc(after, zone), await CalendarStartAsync(stage));

        // A change: the door from outside closes, somebody of the course says yes, and whoever facilitates sees no name.
        await GoToBuddiesAsync(learner, cast, cast.Learner);
        await learner.Tool.Locator("summary[data-text='buddies.change']").ClickAsync();
        await learner.PressAsync("button[data-text='buddies.end-pairing']", "main [role=status]", "changed");
        await phone.Page.GotoAsync(link);
        await phone.Page.Locator("button[data-text='guests.erase-now']").WaitForAsync();
        await phone.AtAsync("guests/ask", "over");
        var last = cast.Others[^1];
        await learner.PressAsync(InviteOf(last), "#message", "ask-the-last");
        await learner.PressAsync("button[data-text='buddies.invite']", "button[data-text='buddies.withdraw']", "asked-the-last");
        await GoToBuddiesAsync(others, cast, last);
        await others.PressAsync("button[data-text='buddies.accept']", "main [role=status]", "accepted");
        await cast.In(others).OpenAsync(cast.Teacher.Sub);
        await others.Lms.ShownAsync();
        await others.PressAsync("a[href*='/buddies/learners']", "main h1", "learners");
        await others.PressAsync("a[data-text='buddies.group-everybody']", "main ul.rows", "everybody");
        await Assertions.Expect(others.Tool.Locator("main")).ToContainTextAsync(cast.Learner.Name);
        await Assertions.Expect(others.Tool.Locator("main")).Not.ToContainTextAsync(last.Name);
        await GoToBuddiesAsync(learner, cast, cast.Learner);
        await learner.Tool.Locator("summary[data-text='buddies.who-sees-name']").ClickAsync();
        await learner.PressAsync("button[data-text='buddies.show-name']", "main [role=status]", "name-shown");
        await others.ReloadAsync("main ul.rows");
        await Assertions.Expect(others.Tool.Locator("main")).ToContainTextAsync(last.Name);

        Findings.None([.. learner.Findings, .. others.Findings, .. phone.Findings]);
        Assert.Equal([], PagesOfTheTool.OfAsking.Except(learner.Seen));
    }

    private static string InviteOf(Person person) => $"li:has-text(\"{person.Name}\") a[data-text='buddies.invite']";

    private static async Task GoToBuddiesAsync(FramedLook look, Cast cast, Person person)
    {
        await cast.In(look).OpenAsync(person.Sub);
        await look.Tool.Locator(".places a[href$='/buddies']").ClickAsync();
        await look.Tool.Locator(".places a[href$='/buddies'][aria-current]").WaitForAsync();
    }

    private static async Task MoveToNewYorkAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Emulation.setTimezoneOverride", new Dictionary<string, object> { ["timezoneId"] = NewYork.Id });
    }

    /// <summary>Four days before clocks change in New York, by day there and in Europe.</summary>
    /// <returns>The day of the change, on whatever clock.</returns>
    private static async Task<DateTime> MoveBeforeClocksChangeAsync(WholeStage stage)
    {
        var now = stage.Lms.World.Clock.GetUtcNow();
        var days = Enumerable.Range(5, 400).Select(day => now.UtcDateTime.Date.AddDays(day));
        var change = days.First(day => NewYork.GetUtcOffset(day.AddHours(1)) != NewYork.GetUtcOffset(day.AddDays(1).AddHours(1)));
        await stage.Lms.MoveAsync(new DateTimeOffset(change, TimeSpan.Zero).AddDays(-4).AddHours(16) - now);
        return DateTime.SpecifyKind(change, DateTimeKind.Unspecified);
    }

    private static string Typed(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static string ClockInNewYork(DateTime at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone, NewYork).ToString("h:mm", CultureInfo.InvariantCulture);

    /// <summary>When the talk begins as the calendar part of Ruth's mail says, UTC.</summary>
    private static async Task<DateTime> CalendarStartAsync(WholeStage stage)
    {
        var mail = await Eventually.SeeAsync(
            () => PickedUpMail.All(stage.Tool, Ruth).Find(one => CalendarOf(one) is not null), TimeSpan.FromSeconds(60), "a mail with a date in it");
        var meeting = Assert.Single(Ical.Net.Calendar.Load(CalendarOf(mail)!.Text)!.Events);
        return meeting.Start!.AsUtc;
    }

    private static TextPart? CalendarOf(MimeMessage mail) =>
        mail.BodyParts.OfType<TextPart>().FirstOrDefault(part => part.ContentType.IsMimeType("text", "calendar"));

    /// <summary>Who plays in a school.</summary>
    private sealed record Cast(School School, Course Course, Person Teacher, Person Learner, IReadOnlyList<Person> Others)
    {
        public static Cast Of(WholeStage stage, string slug)
        {
            var school = stage.Lms.World.FindSchool(slug)!;
            var course = school.Courses.First();
            var learners = course.Enrolments.Where(one => one is { Role: CourseRole.Learner, Person: { Locale: "en", IsTestStudent: false } }).ToList();
            return new(
                school, course, course.Enrolments.First(one => one.Role == CourseRole.Teacher).Person, learners[0].Person,
                [.. learners.Skip(1).Take(5).Select(one => one.Person)]);
        }

        public Journey In(FramedLook look) => new(look.Lms, School, Course);

        /// <summary>What the platform tells of a person's zone; where it tells none, the journey's holds.</summary>
        public static string ZoneOf(Person person) => person.TimeZone.Contains('/', StringComparison.Ordinal) ? person.TimeZone : "Etc/UTC";
    }
}
