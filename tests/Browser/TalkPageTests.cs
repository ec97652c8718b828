using System.Globalization;
using System.Text.RegularExpressions;
using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>The talks of a pair as the two do them: the learner on a phone in the course, the buddy at a desk.</summary>
public sealed class TalkPageTests(PlayedStage stage) : IClassFixture<PlayedStage>
{
    [Fact]
    public async Task The_two_find_a_time_remember_listen_and_decide()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var learner = new FramedLook(new Lms(stage.Whole, await chromium.OpenAsync(360)), "talk-learner");
        var buddy = new FramedLook(new Lms(stage.Whole, await chromium.OpenAsync(1100)), "talk-buddy");
        await OpenAsync(learner, Journey.Learner);
        await OpenAsync(buddy, Journey.Buddy);

        // The first talk: a time is offered and taken, both say that they talked, and the learner decides.
        await learner.PressAsync("a.button[href*='/buddies/talk']", "button[data-text='buddies.offer']", "offer");
        await learner.Tool.Locator("#time-0").FillAsync(InDays(2));
        await learner.Tool.Locator("#time-1").FillAsync(InDays(3));
        await learner.Tool.Locator("#place").FillAsync("By phone, I call you");
        await learner.PressAsync("button[data-text='buddies.offer']", "main [role=status]", "offered");
        await buddy.PressAsync("a.button[href*='/buddies/talk']", "button[data-text='buddies.take']", "take");
        await buddy.PressAsync("button[data-text='buddies.take']", "button[data-text='buddies.call-off']", "taken");
        await buddy.PressAsync("button[data-text='buddies.we-talked']", "main [role=status]", "claimed");
        await learner.ReloadAsync("button[data-text='buddies.we-talked']");
        await learner.PressAsync("button[data-text='buddies.we-talked']", "#when", "plan");
        await learner.Tool.Locator("#when").FillAsync("the budget call is about to end");
        await learner.PressAsync("button[data-text='buddies.plan-keep']", "#when-fault", "half-a-plan");
        await Assertions.Expect(learner.Tool.Locator("#when")).ToHaveValueAsync("the budget call is about to end");
        await learner.Tool.Locator("#will").FillAsync("say the decision, the name and the date");
        await learner.PressAsync("button[data-text='buddies.plan-keep']", "main [role=status]", "decided");

        // The second: from memory first, then the buddy's card, then the plan of the first is looked at again.
        await OpenAsync(learner, Journey.Learner);
        await learner.PressAsync("a.button[href*='/buddies/talk']", "button[data-text='buddies.offer']", "second");
        await learner.Tool.Locator("#recall").FillAsync("Ask by name, then wait.\nThe waiting is the hard part.");
        await learner.Tool.Locator("[data-minutes] button").ClickAsync();
        await Assertions.Expect(learner.Tool.Locator("[data-minutes] output")).ToHaveTextAsync(new Regex("^(5:00|4:5[0-9])$"));
        await learner.PressAsync("button[data-text='buddies.recall-done']", "main [role=status]", "remembered");
        await learner.PressAsync("button[data-text='buddies.yes-did']", "main [role=status]", "kept");
        await OpenAsync(buddy, Journey.Buddy);
        await buddy.PressAsync("a.button[href*='/buddies/talk']", "#question", "listen");
        await buddy.Tool.Locator("input[name=point]").First.CheckAsync();
        await buddy.Tool.Locator("#question").FillAsync("Who was quiet before you asked?");
        await buddy.PressAsync("button[data-text='buddies.listened']", "main [role=status]", "listened");
        await buddy.PressAsync("a[href*='/buddies/notes']", "#note", "notes");
        await buddy.Tool.Locator("#note").FillAsync("I tried your question myself. It works.");
        await buddy.PressAsync("button[data-text='buddies.note-send']", "main [role=status]", "note");

        Findings.None([.. learner.Findings, .. buddy.Findings]);
    }

    [Fact]
    public async Task Somebody_of_another_course_opens_what_is_shared_from_there_and_finds_the_way_back()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var learner = new FramedLook(new Lms(stage.Whole, await chromium.OpenAsync(360)), "elsewhere-learner");
        var buddy = new FramedLook(new Lms(stage.Whole, await chromium.OpenAsync(360)), "elsewhere-buddy");
        var there = new Journey(buddy.Lms, stage.Whole.Moodle, stage.Whole.Moodle.FindCourse("3")!);
        await there.AddToCourseAsync();
        await stage.JourneyOf(learner.Lms).OpenAsync(Journey.Another);
        await learner.Tool.Locator(".places a[href$='/buddies']").ClickAsync();
        await learner.Tool.Locator(".places a[href$='/buddies'][aria-current]").WaitForAsync();
        await learner.PressAsync("button[data-text='buddies.invite-by-code']", ".code", "code");
        var code = await learner.Tool.Locator(".code").First.InnerTextAsync();

        await there.OpenAsync(Journey.Buddy);
        await buddy.Tool.Locator(".places a[href$='/buddies']").ClickAsync();
        await buddy.Tool.Locator("summary[data-text='buddies.have-a-code']").ClickAsync();
        await buddy.Tool.Locator("#join").FillAsync(code);
        await buddy.PressAsync("button[data-text='buddies.join']", "#elsewhere", "joined");
        await buddy.PressAsync("button[data-text='buddies.elsewhere-open']", "#talks", "opened");
        await buddy.PressAsync("a.button[href*='/buddies/talk']", "button[data-text='buddies.offer']", "talk");
        await buddy.PressAsync("a[data-text='shared.shared-with-me']", "#talks", "shared");
        await buddy.PressAsync("a[data-text='shared.back-to-own-course']", "#elsewhere", "back");

        Findings.None([.. learner.Findings, .. buddy.Findings]);
    }

    private async Task OpenAsync(FramedLook look, string sub)
    {
        await stage.JourneyOf(look.Lms).OpenAsync(sub);
        await look.Tool.Locator(".places a[href$='/buddies']").ClickAsync();
        await look.Tool.Locator("a.button[href*='/buddies/talk']").First.WaitForAsync();
        await look.AtAsync("pair");
    }

    private static string InDays(int days) => DateTime.Now.AddDays(days).ToString("yyyy-MM-dd'T'12:30", CultureInfo.InvariantCulture);
}
