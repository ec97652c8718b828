using LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>Pages that no link of a journey leads to: the administrator's, refusals, registration, and the ends of the road.</summary>
public sealed class OutsidePageTests(NewStage stage) : IClassFixture<NewStage>
{
    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Administrators_pages_have_no_finding(int width, ColorScheme scheme)
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var look = new Look(await chromium.OpenAsync(width), width, scheme);
        await look.BeginAsync();
        await look.Page.GotoAsync($"{stage.Tool.Url}/admin");
        await look.AtAsync("admin-enter");
        await look.Page.Locator("#token").FillAsync("wrong");
        await look.Page.Locator("main button").ClickAsync();
        await look.Page.Locator(".fault").WaitForAsync();
        await look.AtAsync("admin-wrong-token");
        await look.Page.Locator("#token").FillAsync(ToolStage.AdminToken);
        await look.Page.Locator("main button").ClickAsync();
        await look.Page.Locator(".places").WaitForAsync();

        var places = await look.Page.Locator(".places a").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");
        foreach (var place in places)
        {
            await look.Page.GotoAsync(place);
            await look.AtAsync(new Uri(place).AbsolutePath.Trim('/').Replace('/', '-'));
        }

        foreach (var lms in new[] { "moodle", "canvas", "other" })
        {
            await look.Page.GotoAsync($"{stage.Tool.Url}/admin/connect?lms={lms}");
            await look.AtAsync("admin-connect-" + lms);
        }

        await look.Page.GotoAsync($"{stage.Tool.Url}/admin");
        await look.Page.Locator("a[data-text='admin.check']").First.ClickAsync();
        await look.AtAsync("admin-check");
        await look.Page.Locator("button[data-text='admin.check-now']").ClickAsync();
        await look.Page.Locator(".rows .state.good").First.WaitForAsync();
        await look.AtAsync("admin-checked");

        var looked = places.Select(place => new Uri(place).AbsolutePath.Trim('/')).Concat(["admin/enter", "admin/check"]);
        Assert.Equal([], PagesOfTheTool.OfAdministrators.Except(looked));
        Findings.None(look.Findings);
    }

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Pages_at_the_ends_of_the_road_have_no_finding(int width, ColorScheme scheme)
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var look = new Look(await chromium.OpenAsync(width), width, scheme);
        await look.BeginAsync();
        await look.Page.GotoAsync($"{stage.Tool.Url}/lti/login");
        await look.AtAsync("refused-login");
        await look.Page.GotoAsync($"{stage.Tool.Url}/lti/register");
        await look.AtAsync("refused-registration");
        await look.Page.GotoAsync(stage.Lms.RegistrationUrl(stage.Canvas));
        await look.AtAsync("registered");
        await look.Page.GotoAsync($"{stage.Tool.Url}/s/{new string('a', 43)}/today");
        await Assertions.Expect(look.Page.Locator("h1")).ToHaveTextAsync("Open this again from your course");
        await look.AtAsync("ended");

        var lms = new Lms(stage, look.Page);
        await NotReadyAsync(lms);
        await look.AtAsync("not-ready");
        await TooLateAsync(chromium, lms);
        await look.AtAsync("too-late");
        Findings.None(look.Findings);
    }

    private async Task NotReadyAsync(Lms lms)
    {
        var course = stage.Moodle.FindCourse("4")!;
        var bare = new Activity("904", 904, "Not set up", "", null, []);
        course.Add(bare);
        await lms.OpenAsync(stage.Moodle, Journey.Learner, course, bare);
        await lms.ShownAsync();
        await Assertions.Expect(lms.Tool.Locator("h1")).ToHaveTextAsync("This isn’t ready yet");
    }

    private async Task TooLateAsync(Chromium chromium, Lms lms)
    {
        var course = stage.Moodle.FindCourse("2")!;
        await new Journey(new Lms(stage, await chromium.OpenAsync()), stage.Moodle, course).AddToCourseAsync();
        await new Journey(lms, stage.Moodle, course).OpenAsync(Journey.Learner);
        await lms.ShownAsync();
        await lms.ToolFrame.EvaluateAsync("() => { location.href = location.pathname.replace(/\\/today.*/, '/buddies/toolate'); }");
        await lms.Tool.Locator("h1[data-text='buddies.too-late']").WaitForAsync();
    }

    /// <summary>Looks at a page: a picture, axe, and whether it fits its width.</summary>
    private sealed class Look(IPage page, int width, ColorScheme scheme)
    {
        public IPage Page => page;

        public List<string> Findings { get; } = [];

        public Task BeginAsync() => page.EmulateMediaAsync(new() { ColorScheme = scheme });

        public async Task AtAsync(string name)
        {
            await Screenshots.TakeAsync(page, $"outside-{name}-{width}-{scheme}".ToLowerInvariant());
            Findings.AddRange((await Axe.FindingsAsync(page)).Select(finding => $"{name}: {finding}"));
            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"))
                Findings.Add($"{name} is wider than {width}");
            Findings.AddRange(await TextSpacing.FindingsAsync(page.MainFrame, name));
        }
    }
}
