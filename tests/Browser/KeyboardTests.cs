using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>Each way through the tool with the keyboard alone: no click, and whatever has the focus shows it.</summary>
public sealed class KeyboardTests(WholeStage stage) : IClassFixture<WholeStage>
{
    private const int MostTabs = 60;

    [Fact]
    public async Task Learner_starts_writes_and_sends_with_keys_alone()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var lms = new Lms(stage, await chromium.OpenAsync());
        var journey = new Journey(lms, stage.Moodle, stage.Moodle.FindCourse("2")!);
        await journey.AddToCourseAsync();
        await journey.OpenAsync(Journey.Learner);
        await lms.ShownAsync();
        var keys = lms.Page.Keyboard;

        await TabToAsync(lms, "form[action*='start'] button");
        await keys.PressAsync("Enter");
        await lms.Tool.Locator("form[action*='/evidence/new'] button").First.WaitForAsync();
        await TabToAsync(lms, "form[action*='/evidence/new'] button");
        await keys.PressAsync("Enter");
        await lms.Tool.Locator("#Situation").WaitForAsync();
        foreach (var (field, words) in new[] { ("#Situation", "A weekly call."), ("#Action", "I asked, and waited."), ("#Outcome", "They spoke.") })
        {
            await TabToAsync(lms, field);
            await keys.TypeAsync(words);
        }

        await TabToAsync(lms, "input[name=Behaviours]:not(:checked)");
        await keys.PressAsync("Space");
        await TabToAsync(lms, "button[formaction*='handler=Send']");
        await Screenshots.TakeAsync(lms.Page, "keyboard-send");
        await keys.PressAsync("Enter");

        await Assertions.Expect(lms.Tool.Locator("main [role=status]").First).ToContainTextAsync("Sent.");
    }

    [Fact]
    public async Task Buddy_is_asked_says_yes_and_they_talk_with_keys_alone()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (lms, journey) = await AddedAsync(chromium);
        await journey.OpenAsync(Journey.Buddy);
        await lms.ShownAsync();
        await journey.OpenAsync(Journey.Learner);
        await lms.ShownAsync();

        await EnterAsync(lms, "form[action*='start'] button", "a[data-text='buddies.choose-buddy']");
        await EnterAsync(lms, "a[data-text='buddies.choose-buddy']", "a[data-text='buddies.invite']");
        await EnterAsync(lms, "a[data-text='buddies.invite'][aria-label*='Jürgen']", "button[data-text='buddies.invite']");
        await EnterAsync(lms, "button[data-text='buddies.invite']", "a[data-text='buddies.go-on-with-today']");
        await journey.OpenAsync(Journey.Buddy);
        await lms.ShownAsync();
        await EnterAsync(lms, ".places a[href$='/buddies']", "button[data-text='buddies.accept']");
        await EnterAsync(lms, "button[data-text='buddies.accept']", "a.button[href*='/buddies/talk']");

        // The first talk, to the plan that it ends with.
        await EnterAsync(lms, "a.button[href*='/buddies/talk']", "button[data-text='buddies.already-talked']");
        await EnterAndSeeItGoAsync(lms, "button[data-text='buddies.already-talked']");
        await journey.OpenAsync(Journey.Learner);
        await lms.ShownAsync();
        await EnterAsync(lms, "a.button[href*='/buddies/talk']", "button[data-text='buddies.we-talked']");
        await EnterAndSeeItGoAsync(lms, "button[data-text='buddies.we-talked']");
        await TypeAsync(lms, "#when", "the budget call is about to end");
        await TypeAsync(lms, "#will", "say the decision");
        await EnterAsync(lms, "button[data-text='buddies.plan-keep']", "main [role=status]");
        await Assertions.Expect(lms.Tool.Locator("main")).ToContainTextAsync("say the decision");
    }

    [Fact]
    public async Task Facilitator_reviews_with_keys_alone()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (lms, journey) = await AddedAsync(chromium);
        await journey.OpenAsync(Journey.Learner);
        await lms.Tool.Locator("button[data-text='shared.start']").ClickAsync();
        await lms.Tool.Locator("form[action*='/evidence/new'] button").First.ClickAsync();
        await journey.FillAndSendAsync("A call in which two people never spoke.");
        await journey.OpenAsync(Journey.Teacher);
        await lms.ShownAsync();

        await EnterAsync(lms, "a[data-text='shared.review']", "#Worked");
        await TabToAsync(lms, "input[type=radio]");
        await lms.Page.Keyboard.PressAsync("ArrowUp");
        await TypeAsync(lms, "#Worked", "You waited.");
        await TypeAsync(lms, "#Challenge", "Ask two people next time.");
        await EnterAsync(lms, "button[data-text='reviews.confirm']", "main [role=status]");
    }

    [Fact]
    public async Task Instructor_adds_a_behaviour_and_moves_it_with_keys_alone()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (lms, journey) = await AddedAsync(chromium);
        await journey.OpenAsync(Journey.Teacher);
        await lms.ShownAsync();

        await EnterAsync(lms, ".places a[href$='/setup']", "button[data-text='setup.change']");
        await EnterAsync(lms, "button[data-text='setup.change']", "a[data-text='setup.part.behaviours']");
        await EnterAsync(lms, "a[data-text='setup.part.behaviours']", "button[data-add]");
        await TabToAsync(lms, "button[data-add]");
        await lms.Page.Keyboard.PressAsync("Enter");
        await lms.Page.Keyboard.TypeAsync("Thank people for what they said");
        await EnterAsync(lms, "li:last-child button[data-move='-1']", "[data-moves]:not(:empty)");
        await lms.Page.Keyboard.PressAsync("Enter");
        await EnterAsync(lms, "button[data-text='setup.save']", "main [role=status] p");

        await journey.OpenAsync(Journey.Teacher);
        await lms.ShownAsync();
        await EnterAsync(lms, ".places a[href$='/setup']", "button[data-text='setup.change']");
        var statements = await lms.Tool.Locator("main ul.rows li strong").AllInnerTextsAsync();
        Assert.Equal("Thank people for what they said", statements[^2]);
    }

    [Fact]
    public async Task Learner_takes_a_sprint_on_the_board_and_ticks_its_first_part_with_keys_alone()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (lms, journey) = await AddedAsync(chromium, "micro-practice");
        await journey.OpenAsync(Journey.Learner);
        await lms.ShownAsync();

        await EnterAsync(lms, "button[data-text='shared.start']", "a[data-text='sprints.see-board']");
        await EnterAsync(lms, "a[data-text='sprints.see-board']", "button[data-text='sprints.take']");
        await EnterAsync(lms, "button[data-text='sprints.take']", ".board > .mine");
        await EnterAsync(lms, ".places a[href$='/sprints']", ".rows a[href*='/sprints/show']");
        await EnterAsync(lms, ".rows a[href*='/sprints/show']", "button[data-text='sprints.tick']");

        // One thing at a time: what is ticked makes room for the next.
        var first = await lms.Tool.Locator("button[data-text='sprints.tick']").First.GetAttributeAsync("aria-label");
        await EnterAndSeeItGoAsync(lms, $"button[data-text='sprints.tick'][aria-label=\"{first}\"]");
    }

    [Fact]
    public async Task A_group_session_is_opened_joined_and_taken_something_from_with_keys_alone()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (lms, journey) = await AddedAsync(chromium, "six-week-journey");
        async Task AsAsync(string sub)
        {
            await journey.OpenAsync(sub);
            await lms.ShownAsync();
        }

        foreach (var sub in new[] { Journey.Learner, Journey.Buddy })
        {
            await AsAsync(sub);
            await EnterAsync(lms, "button[data-text='shared.start']", ".places a[href$='/sessions']");
        }

        await AsAsync(Journey.Teacher);
        await EnterAsync(lms, ".places a[href$='/sessions/lead']", "button[data-text='sessions.start']");
        await EnterAsync(lms, "button[data-text='sessions.start']", "button[data-text='sessions.propose']");
        foreach (var sub in new[] { Journey.Learner, Journey.Buddy })
        {
            await AsAsync(sub);
            await EnterAsync(lms, "a[data-text='sessions.take-part']", "button[data-text='sessions.i-am-here']");
            await EnterAsync(lms, "button[data-text='sessions.i-am-here']", ".state.mine");
        }

        await AsAsync(Journey.Teacher);
        await EnterAsync(lms, ".places a[href$='/sessions/lead']", "button[data-text='sessions.propose']");
        await EnterAsync(lms, "button[data-text='sessions.propose']", "button[data-text='sessions.publish']");
        await EnterAsync(lms, "button[data-text='sessions.publish']", "button[data-text='sessions.end']");

        await AsAsync(Journey.Learner);
        await EnterAsync(lms, "a[data-text='sessions.take-part']", "a[data-text='sessions.next-prompt']");
        foreach (var prompt in new[] { 2, 3, 4 })
        {
            await EnterAsync(lms, "a[data-text='sessions.next-prompt']", $"a[data-text='sessions.next-prompt'][href*='={prompt + 1}'], #when");
        }

        await TypeAsync(lms, "#when", "the weekly call begins");
        await TypeAsync(lms, "#will", "let those on screen begin");
        await EnterAsync(lms, "button[data-text='sessions.take-keep']", "dl.plan");
        await Assertions.Expect(lms.Tool.Locator("dl.plan")).ToContainTextAsync("let those on screen begin");
    }

    [Fact]
    public async Task Skip_link_leads_past_the_places()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var lms = new Lms(stage, await chromium.OpenAsync());
        var journey = new Journey(lms, stage.Moodle, stage.Moodle.FindCourse("2")!);
        await journey.AddToCourseAsync();
        await journey.OpenAsync(Journey.Learner);
        await lms.ShownAsync();

        await TabToAsync(lms, "a.skip");
        await lms.Page.Keyboard.PressAsync("Enter");

        Assert.EndsWith("#page", lms.ToolFrame.Url, StringComparison.Ordinal);
    }

    private async Task<(Lms Lms, Journey Journey)> AddedAsync(Chromium chromium, string template = "")
    {
        var lms = new Lms(stage, await chromium.OpenAsync());
        var journey = new Journey(lms, stage.Moodle, stage.Moodle.FindCourse("2")!);
        await journey.AddToCourseAsync(template: template);
        return (lms, journey);
    }

    private static async Task EnterAsync(Lms lms, string selector, string thenThereIs)
    {
        await TabToAsync(lms, selector);
        await lms.Page.Keyboard.PressAsync("Enter");
        await lms.Tool.Locator(thenThereIs).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    private static async Task EnterAndSeeItGoAsync(Lms lms, string button)
    {
        await TabToAsync(lms, button);
        await lms.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(lms.Tool.Locator(button)).ToHaveCountAsync(0);
    }

    private static async Task TypeAsync(Lms lms, string field, string words)
    {
        await TabToAsync(lms, field);
        await lms.Page.Keyboard.TypeAsync(words);
    }

    /// <summary>Presses Tab until the element has the focus and shows it.</summary>
    private static async Task TabToAsync(Lms lms, string selector)
    {
        var passed = new List<string>();
        for (var i = 0; i < MostTabs; i++)
        {
            await lms.Page.Keyboard.PressAsync("Tab");
            passed.Add(await lms.ToolFrame.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 80)"));
            if (await lms.ToolFrame.EvaluateAsync<bool>(
                "selector => document.activeElement.matches(selector) && document.hasFocus() && getComputedStyle(document.activeElement).outlineStyle !== 'none'", selector))
                return;
        }

        Assert.Fail($"Tab never led to {selector}, but to:\n{string.Join('\n', passed)}");
    }
}
