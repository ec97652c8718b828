using LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>
/// The pictures of the pages people see most, from the running tool and LMS with a story played on them. By hand:
/// <c>docs/screenshots/take.sh</c>, which takes those of other stories as well.
/// </summary>
[Trait("Part", "ByHand")]
public sealed class DocumentPictures(PlayedStage stage) : IClassFixture<PlayedStage>
{
    private const int Phone = 380;
    private const int Desktop = 1100;
    private const int MostLearners = 7;

    /// <summary>Width, theme and language.</summary>
    public static TheoryData<int, string, string> Looks => new(
        from width in new[] { Phone, Desktop }
        from language in new[] { "", "ar" }
        from theme in new[] { "Light", "Dark" }
        select (width, theme, language));

    [Fact]
    public async Task Pictures_of_the_pages_people_see_most()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        await PlayOthersAsync(chromium);

        foreach (var (theme, language, suffix) in new[] { ("Light", "", ""), ("Dark", "", "-dark"), ("Light", "ar", "-arabic") })
        {
            var phone = new Lms(stage.Whole, await chromium.OpenAsync(Phone));
            await stage.JourneyOf(phone).OpenAsync(Journey.Learner);
            await phone.PreferAsync(theme, language);
            await TakeAsync(phone, "today-phone" + suffix);
            await phone.Tool.Locator(".places a[href$='/buddies']").ClickAsync();
            await phone.Tool.Locator(".places a[href$='/buddies'][aria-current]").WaitForAsync();
            await TakeAsync(phone, "buddy-phone" + suffix);

            var desktop = new Lms(stage.Whole, await chromium.OpenAsync(Desktop));
            await stage.JourneyOf(desktop).OpenAsync(Journey.Teacher);
            await desktop.PreferAsync(theme, language);
            await TakeAsync(desktop, "group" + suffix);
            await desktop.Tool.Locator("a[data-text='shared.review']").First.ClickAsync();
            await desktop.Tool.Locator("#Worked").WaitForAsync();
            await TakeAsync(desktop, "review" + suffix);
        }
    }

    /// <summary>For eyes: each page of a session, as learner, buddy and teacher see it. They go to <c>SCREENSHOTS</c>, and nowhere else.</summary>
    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Pictures_of_every_page(int width, string theme, string language)
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var lms = new Lms(stage.Whole, await chromium.OpenAsync(width));
        foreach (var (role, sub) in new[] { ("learner", Journey.Learner), ("buddy", Journey.Buddy), ("teacher", Journey.Teacher) })
        {
            await stage.JourneyOf(lms).OpenAsync(sub);
            await lms.PreferAsync(theme, language);
            await new Walk(lms).EachAsync(name => TakeAsync(lms, $"{width}-{theme}-{language}-{role}-{name.Replace('/', '-')}".ToLowerInvariant()));
        }
    }

    /// <summary>For eyes: each part of the set-up, to which no link of a walk leads.</summary>
    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Pictures_of_the_set_up(int width, string theme, string language)
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var lms = new Lms(stage.Whole, await chromium.OpenAsync(width));
        await stage.JourneyOf(lms).OpenAsync(Journey.Teacher);
        await lms.PreferAsync(theme, language);
        await lms.Tool.Locator(".places a[href$='/setup']").ClickAsync();
        await lms.Tool.Locator("button[data-text='setup.change']").ClickAsync();
        foreach (var part in await SetUpRail.PartsAsync(lms))
        {
            await SetUpRail.GoAsync(lms, part);
            await TakeAsync(lms, $"{width}-{theme}-{language}-set-up-{part}".ToLowerInvariant());
        }

        if (width == Phone)
        {
            await lms.Tool.Locator(".rail-folded > summary").ClickAsync();
            await TakeAsync(lms, $"{width}-{theme}-{language}-set-up-unfolded".ToLowerInvariant());
        }
    }

    /// <summary>For eyes: the administrator's pages, in the language that the browser asks for.</summary>
    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Pictures_of_the_administrator_s_pages(int width, string theme, string language)
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var page = await chromium.OpenAsync(width);
        await page.EmulateMediaAsync(new() { ColorScheme = Enum.Parse<ColorScheme>(theme) });
        await page.SetExtraHTTPHeadersAsync([new("Accept-Language", language.Length == 0 ? "en" : language)]);
        Task AtAsync(string name) => Screenshots.TakeAsync(page, $"{width}-{theme}-{language}-{name}".ToLowerInvariant());
        await page.GotoAsync($"{stage.Whole.Tool.Url}/admin");
        await AtAsync("admin-enter");
        await page.Locator("#token").FillAsync(ToolStage.AdminToken);
        await page.Locator("main button").ClickAsync();
        await page.Locator(".places").WaitForAsync();
        var places = await page.Locator(".places a").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");
        foreach (var place in places.Concat(new[] { "moodle", "canvas", "other" }.Select(lms => $"{stage.Whole.Tool.Url}/admin/connect?lms={lms}")))
        {
            await page.GotoAsync(place);
            await AtAsync(new Uri(place).PathAndQuery.Trim('/').Replace('/', '-').Replace("?lms=", "-", StringComparison.Ordinal));
        }

        await page.GotoAsync($"{stage.Whole.Tool.Url}/admin");
        await page.Locator("a[data-text='admin.check']").First.ClickAsync();
        await page.Locator("button[data-text='admin.check-now']").WaitForAsync();
        await AtAsync("admin-check");
    }

    /// <summary>A group is more than one learner: others start, and hand in what they tried.</summary>
    private async Task PlayOthersAsync(Chromium chromium)
    {
        var others = stage.Course.Enrolments.Where(one => one.Role == CourseRole.Learner && one.Person.Sub is not (Journey.Learner or Journey.Buddy or Journey.Another))
            .Take(MostLearners).Select(one => one.Person.Sub).ToList();
        foreach (var (sub, place) in others.Select((sub, place) => (sub, place)))
        {
            var lms = new Lms(stage.Whole, await chromium.OpenAsync());
            var journey = stage.JourneyOf(lms);
            await journey.OpenAsync(sub);
            await lms.Tool.Locator("button[data-text='shared.start']").ClickAsync();
            await lms.Tool.Locator("main .next").WaitForAsync();
            if (place % 3 == 2)
            {
                continue;
            }

            // Without a buddy what comes next is to choose one; a situation can be written down all the same.
            await lms.Tool.Locator("form[action*='/evidence/new'] button").First.ClickAsync();
            await journey.FillAndSendAsync("A call with two teams who blamed each other for a late release.");
            if (place % 2 == 0)
            {
                await journey.ReviewAsync();
            }
        }
    }

    /// <summary>The whole page, as if its frame were as high as it: what the LMS has around it is not the point here.</summary>
    private static async Task TakeAsync(Lms lms, string name)
    {
        await lms.ShownAsync();
        await lms.StretchAsync();
        await Screenshots.TakeAsync(lms.Page, name);
    }
}
