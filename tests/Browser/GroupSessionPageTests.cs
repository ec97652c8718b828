using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>A group session in the frame of a course: pages that move while others act, on a phone, in the dark, in Arabic.</summary>
public sealed class GroupSessionPageTests(WholeStage stage) : IClassFixture<WholeStage>
{
    [Fact]
    public async Task A_group_meets_talks_and_takes_something_away()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var teacher = new FramedLook(new Lms(stage, await chromium.OpenAsync(1100)), "session-teacher");
        var learner = new FramedLook(new Lms(stage, await chromium.OpenAsync(360)), "session-learner");
        var other = new FramedLook(new Lms(stage, await chromium.OpenAsync(1100)), "session-other");
        await JourneyOf(teacher).AddToCourseAsync(template: "six-week-journey");
        foreach (var (look, sub) in new[] { (learner, Journey.Learner), (other, Journey.Buddy) })
        {
            await JourneyOf(look).OpenAsync(sub);
            await look.Tool.Locator("button[data-text='shared.start']").ClickAsync();
            await look.Tool.Locator(".places a[href$='/sessions']").WaitForAsync();
        }

        await learner.PressAsync(".places a[href$='/sessions']", ".empty", "none");
        await JourneyOf(teacher).OpenAsync(Journey.Teacher);
        await teacher.Tool.Locator(".places a[href$='/sessions/lead']").WaitForAsync();
        await teacher.PressAsync(".places a[href$='/sessions/lead']", "button[data-text='sessions.start']", "start");
        await teacher.Tool.Locator("input[value='Challenge']").CheckAsync();
        await teacher.PressAsync("button[data-text='sessions.start']", "button[data-text='sessions.propose']", "started");

        // The page that was open already hears of it and turns to what there is to do.
        await learner.Lms.Page.BringToFrontAsync();
        await learner.Tool.Locator("button[data-text='sessions.i-am-here']").WaitForAsync();
        await learner.AtAsync("open");
        await learner.Tool.Locator("#behaviour").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await learner.Tool.Locator("#hard").FillAsync("Everybody talks at once.");
        await learner.PressAsync("button[data-text='sessions.i-am-here']", ".state.mine", "here");
        await JourneyOf(other).OpenAsync(Journey.Buddy);
        await other.Tool.Locator("a[data-text='sessions.take-part']").WaitForAsync();
        await other.AtAsync("today");
        await other.PressAsync("a[data-text='sessions.take-part']", "button[data-text='sessions.i-am-here']", "open");
        await other.PressAsync("button[data-text='sessions.i-am-here']", ".state.mine", "here");

        await teacher.Lms.Page.BringToFrontAsync();
        await Assertions.Expect(teacher.Tool.Locator("[data-board]")).ToContainTextAsync("Everybody talks at once.");
        await Assertions.Expect(teacher.Tool.Locator("[data-board]")).ToContainTextAsync("Jürgen Groß");
        await teacher.AtAsync("arrived");
        await teacher.PressAsync("button[data-text='sessions.propose']", "button[data-text='sessions.publish']", "proposed");
        await teacher.Tool.Locator("summary[data-text='sessions.move-people']").PressAsync("Enter");
        await teacher.AtAsync("move");
        await teacher.PressAsync("button[data-text='sessions.publish']", "button[data-text='sessions.end']", "published");

        await learner.Lms.Page.BringToFrontAsync();
        await learner.Tool.Locator("#prompt").WaitForAsync();
        await learner.AtAsync("group");
        for (var prompt = 2; prompt <= 4; prompt++)
        {
            await learner.PressAsync("a[data-text='sessions.next-prompt']", "#prompt", $"prompt-{prompt}");
        }

        await learner.Tool.Locator("#when").FillAsync("the weekly call begins");
        await learner.PressAsync("button[data-text='sessions.take-keep']", "#when-fault", "half");
        await learner.Tool.Locator("#will").FillAsync("let those on screen begin");
        await learner.Tool.Locator("input[name=share]").CheckAsync();
        await learner.PressAsync("button[data-text='sessions.take-keep']", "dl.plan", "taken");
        await Assertions.Expect(learner.Tool.Locator("a[data-text='sessions.next-prompt']")).ToHaveCountAsync(0);

        // The other reads it, without doing anything; and nobody's typing is swept away when the session ends.
        await other.Lms.Page.BringToFrontAsync();
        await Assertions.Expect(other.Tool.Locator("[data-board]")).ToContainTextAsync("let those on screen begin");
        await other.Tool.Locator("a[data-text='sessions.next-prompt']").ClickAsync();
        await other.Tool.Locator("a[data-text='sessions.next-prompt']").ClickAsync();
        await other.Tool.Locator("a[data-text='sessions.next-prompt']").ClickAsync();
        await other.Tool.Locator("#will").FillAsync("still typing");
        await teacher.PressAsync("button[data-text='sessions.end']", "button[data-text='sessions.start']", "ended");
        await other.Lms.Page.BringToFrontAsync();
        await other.Tool.Locator("[data-stage^='Ended']").WaitForAsync();
        await Assertions.Expect(other.Tool.Locator("#will")).ToHaveValueAsync("still typing");

        await JourneyOf(learner).OpenAsync(Journey.Learner);
        await learner.Tool.Locator("button[data-text='sessions.did-it']").WaitForAsync();
        await learner.Lms.PreferAsync("Dark", "ar");
        await learner.AtAsync("today-ar-dark");
        await learner.PressAsync(".places a[href$='/sessions']", "dl.plan", "over-ar-dark");
        await JourneyOf(teacher).OpenAsync(Journey.Teacher);
        await teacher.Lms.PreferAsync("Dark", "de");
        await teacher.PressAsync(".places a[href$='/sessions/lead']", "button[data-text='sessions.start']", "start-de-dark");

        Findings.None([.. teacher.Findings, .. learner.Findings, .. other.Findings]);
        Assert.Equal([], PagesOfTheTool.OfGroupSessions.Except(teacher.Seen).Except(learner.Seen));
    }

    private Journey JourneyOf(FramedLook look) => new(look.Lms, stage.Moodle, stage.Moodle.Courses.First());
}
