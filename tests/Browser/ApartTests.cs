using LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>Two courses and two people in four tabs of one browser, taking turns: each sees and writes only its own.</summary>
public sealed class ApartTests(WholeStage stage) : IClassFixture<WholeStage>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(ThirdPartyCookies.Allowed)]
    [InlineData(ThirdPartyCookies.Blocked)]
    public async Task Two_people_in_two_courses_in_one_browser_never_mix(ThirdPartyCookies cookies)
    {
        await using var chromium = await Chromium.StartAsync(cookies);
        var courses = new[] { stage.Moodle.FindCourse("2")!, stage.Moodle.FindCourse("3")! };
        foreach (var course in courses)
            await new Journey(new Lms(stage, await chromium.OpenAsync()), stage.Moodle, course).AddToCourseAsync();
        var seats = new List<Seat>();
        foreach (var course in courses)
        {
            foreach (var learner in new[] { Journey.Learner, Journey.Buddy })
            {
                var lms = new Lms(stage, await chromium.OpenAsync());
                seats.Add(new Seat(await DraftPage.BeginAsync(lms, new Journey(lms, stage.Moodle, course), learner), course, learner, cookies));
            }
        }

        // Word by word in turn, so that every save of one falls between saves of the others.
        foreach (var part in new[] { "First", "second", "last" })
        {
            foreach (var seat in seats)
                await seat.Draft.TypeAsync($"{part} {seat.Mark}. ");
        }

        var stored = new StoredDrafts(stage.Tool);
        foreach (var seat in seats)
        {
            var author = await Eventually.SeeAsync(() => stored.AuthorOf($"First {seat.Mark}. second {seat.Mark}. last {seat.Mark}."), Patience, $"draft of {seat.Mark}");
            Assert.Equal($"{seat.Learner} in {seat.Course.Id}", author);
        }

        foreach (var seat in Enumerable.Reverse(seats))
        {
            await seat.Draft.Lms.Tool.Locator(".places a[href$='/evidence']").ClickAsync();
            await Assertions.Expect(seat.Draft.Lms.Tool.Locator("ul.rows li")).ToHaveCountAsync(1);
            await Assertions.Expect(seat.Draft.Lms.Tool.Locator("ul.rows li")).ToContainTextAsync($"First {seat.Mark}.");
        }

        Assert.Equal(4, seats.Select(seat => new Uri(seat.Draft.Lms.ToolFrame.Url).Segments[2]).Distinct().Count());
    }

    [Fact]
    public async Task Own_tabs_of_two_people_in_one_browser_never_mix()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Allowed);
        var course = stage.Moodle.FindCourse("2")!;
        await new Journey(new Lms(stage, await chromium.OpenAsync()), stage.Moodle, course).AddToCourseAsync();
        var tabs = new List<(string Learner, IPage Tab)>();
        foreach (var learner in new[] { Journey.Learner, Journey.Buddy })
        {
            var lms = new Lms(stage, await chromium.OpenAsync());
            var draft = await DraftPage.BeginAsync(lms, new Journey(lms, stage.Moodle, course), learner);
            await draft.TypeAsync($"Alone {learner}.");
            await draft.Button("Keep").ClickAsync();
            await draft.Situation.WaitForAsync(new() { State = WaitForSelectorState.Detached });
            var tab = await chromium.Context.RunAndWaitForPageAsync(() => lms.Tool.Locator("form.own-tab button").ClickAsync());
            tabs.Add((learner, tab));
        }

        foreach (var (learner, tab) in tabs)
        {
            await tab.ReloadAsync();
            await tab.Locator(".places a[href$='/evidence']").ClickAsync();
            await Assertions.Expect(tab.Locator("ul.rows li")).ToHaveCountAsync(1);
            await Assertions.Expect(tab.Locator("ul.rows li")).ToContainTextAsync($"Alone {learner}.");
        }
    }

    private sealed record Seat(DraftPage Draft, Course Course, string Learner, ThirdPartyCookies Cookies)
    {
        /// <value>Words that only this seat writes.</value>
        public string Mark => $"{Cookies}-{Learner}-{Course.Id}";
    }
}
