using LearningBuddy.Tests.Browser.Engines;
using Microsoft.Playwright;

namespace LearningBuddy.Tests.Browser.Stage.SixWeeks;

/// <summary>Everybody of the story with the screen that they sit at: each is a device of its own.</summary>
/// <param name="Stage">Tool and LMS.</param>
/// <param name="Cohort">The course and who is in it.</param>
/// <param name="Weeks">What day it is.</param>
/// <param name="Teacher">Whoever sets it up and facilitates.</param>
/// <param name="Main">The one whose six weeks are told in full, on a phone.</param>
/// <param name="MainElsewhere">The same person at work, where the connection is bad: what lies open there stands still.</param>
/// <param name="Partner">Main's learning buddy.</param>
/// <param name="Outside">The phone of whoever gets a mail.</param>
/// <param name="Crowd">The other learners.</param>
internal sealed record Company(
    WholeStage Stage, Cohort Cohort, CourseWeeks Weeks, Desk Teacher, Desk Main, Desk MainElsewhere, Desk Partner, PhoneLook Outside,
    Crowd Crowd)
{
    /// <summary>As many at once as a small machine has room for.</summary>
    private const int ScreensOfTheCrowd = 3;

    public IEnumerable<string> Findings =>
        [.. Teacher.Findings, .. Main.Findings, .. MainElsewhere.Findings, .. Partner.Findings, .. Outside.Findings, .. Crowd.Findings];

    /// <summary>Somebody opens their mailbox on the phone, the newest mail with such a link, and follows the link.</summary>
    public async Task FollowMailAsync(string address, string link)
    {
        await PickedUpMail.SeeAsync(Stage.Tool, address, 1);
        var phone = Outside.Page;
        await phone.GotoAsync($"{Stage.Lms.Url}/mailbox?to={Uri.EscapeDataString(address)}");
        await phone.Locator($".mails li:has-text('{link}') h2 a").First.ClickAsync();
        await phone.GetByRole(AriaRole.Link, new() { Name = "Plain text" }).ClickAsync();
        var target = await phone.Locator($".letter a[href*='{link}']").First.GetAttributeAsync("href");
        await phone.GotoAsync(target!);
    }

    public static async Task<Company> GatherAsync(WholeStage stage, Chromium chromium, string slug)
    {
        var cohort = Cohort.Gather(stage, slug);
        async Task<Desk> DeskOfAsync(string who, int width) =>
            new(new FramedLook(new Lms(stage, await chromium.OpenApartAsync(width)), $"six-{slug}-{who}"), cohort);

        var crowd = new List<Desk>();
        for (var screen = 0; screen < ScreensOfTheCrowd; screen++)
        {
            crowd.Add(await DeskOfAsync($"crowd-{screen}", 1100));
        }

        var elsewhere = await DeskOfAsync("main-elsewhere", 1100);
        await elsewhere.Lms.Page.Context.RouteAsync("**/sprints/board?handler=*&*", route => route.AbortAsync());
        await elsewhere.Lms.Page.Context.RouteAsync("**/sprints/board?handler=Stream", route => route.AbortAsync());
        return new(
            stage, cohort, new CourseWeeks(stage), await DeskOfAsync("teacher", 1100), await DeskOfAsync("main", 380), elsewhere,
            await DeskOfAsync("partner", 1100), new PhoneLook(await chromium.OpenApartAsync(380), $"six-{slug}-outside"), new Crowd(crowd));
    }
}
