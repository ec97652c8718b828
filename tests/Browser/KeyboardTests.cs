using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>Each way through the tool with the keyboard alone: no click, and whatever has the focus shows it.</summary>
public sealed class KeyboardTests(WholeStage stage) : IClassFixture<WholeStage>
{
    private const string Manager = "ruth@example.edu";

    [Fact]
    public async Task Learner_starts_writes_and_sends_with_keys_alone()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (lms, journey, keys) = await AddedAsync(chromium);
        await journey.OpenAsync(Journey.Learner);
        await lms.ShownAsync();

        await keys.GoAsync("form[action*='start'] button", "form[action*='/evidence/new'] button");
        await keys.GoAsync("form[action*='/evidence/new'] button", "#Situation");
        foreach (var (field, words) in new[] { ("#Situation", "A weekly call."), ("#Action", "I asked, and waited."), ("#Outcome", "They spoke.") })
        {
            await keys.TypeAsync(field, words);
        }

        await keys.TickAsync("input[name=Behaviours]:not(:checked)");
        await keys.GoAsync("button[formaction*='handler=Send']", "main [role=status]");

        await Assertions.Expect(lms.Tool.Locator("main [role=status]").First).ToContainTextAsync("Sent.");
    }

    [Fact]
    public async Task Buddy_is_asked_says_yes_and_they_talk_with_keys_alone()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (lms, journey, keys) = await AddedAsync(chromium);
        await journey.OpenAsync(Journey.Buddy);
        await lms.ShownAsync();
        await journey.OpenAsync(Journey.Learner);
        await lms.ShownAsync();

        await keys.GoAsync("form[action*='start'] button", "a[data-text='buddies.choose-buddy']");
        await keys.GoAsync("a[data-text='buddies.choose-buddy']", "a[data-text='buddies.invite']");
        await keys.GoAsync("a[data-text='buddies.invite'][aria-label*='Jürgen']", "button[data-text='buddies.invite']");
        await keys.GoAsync("button[data-text='buddies.invite']", "a[data-text='buddies.go-on-with-today']");
        await journey.OpenAsync(Journey.Buddy);
        await lms.ShownAsync();
        await keys.GoAsync(".places a[href$='/buddies']", "button[data-text='buddies.accept']");
        await keys.GoAsync("button[data-text='buddies.accept']", "a.button[href*='/buddies/talk']");

        // The first talk, to the plan that it ends with.
        await keys.GoAsync("a.button[href*='/buddies/talk']", "button[data-text='buddies.already-talked']");
        await keys.GoAsync("button[data-text='buddies.already-talked']", "main h1");
        await Assertions.Expect(lms.Tool.Locator("button[data-text='buddies.already-talked']")).ToHaveCountAsync(0);
        await journey.OpenAsync(Journey.Learner);
        await lms.ShownAsync();
        await keys.GoAsync("a.button[href*='/buddies/talk']", "button[data-text='buddies.we-talked']");
        await keys.GoAsync("button[data-text='buddies.we-talked']", "main h1");
        await Assertions.Expect(lms.Tool.Locator("button[data-text='buddies.we-talked']")).ToHaveCountAsync(0);
        await keys.TypeAsync("#when", "the budget call is about to end");
        await keys.TypeAsync("#will", "say the decision");
        await keys.GoAsync("button[data-text='buddies.plan-keep']", "main [role=status]");
        await Assertions.Expect(lms.Tool.Locator("main")).ToContainTextAsync("say the decision");
    }

    [Fact]
    public async Task Facilitator_reviews_with_keys_alone()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (lms, journey, keys) = await AddedAsync(chromium);
        await journey.OpenAsync(Journey.Learner);
        await lms.Tool.Locator("button[data-text='shared.start']").ClickAsync();
        await lms.Tool.Locator("form[action*='/evidence/new'] button").First.ClickAsync();
        await journey.FillAndSendAsync("A call in which two people never spoke.");
        await journey.OpenAsync(Journey.Teacher);
        await lms.ShownAsync();

        await keys.GoAsync("a[data-text='shared.review']", "#Worked");
        await keys.ChooseAsync("input[type=radio]", "label:last-of-type > input[type=radio]");
        await keys.TypeAsync("#Worked", "You waited.");
        await keys.TypeAsync("#Challenge", "Ask two people next time.");
        await keys.GoAsync("button[data-text='reviews.confirm']", "main [role=status]");
    }

    [Fact]
    public async Task Instructor_adds_a_behaviour_and_moves_it_with_keys_alone()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (lms, journey, keys) = await AddedAsync(chromium);
        await journey.OpenAsync(Journey.Teacher);
        await lms.ShownAsync();

        await keys.GoAsync(".places a[href$='/setup']", "button[data-text='setup.change']");
        await keys.GoAsync("button[data-text='setup.change']", "a[data-text='setup.part.behaviours']");
        await keys.GoAsync("a[data-text='setup.part.behaviours']", "button[data-add]");
        await keys.EnterAsync("button[data-add]", "textarea:focus, input:focus");
        await lms.Page.Keyboard.TypeAsync("Thank people for what they said");
        await keys.EnterAsync("li:last-child button[data-move='-1']", "[data-moves]:not(:empty)");
        await lms.Page.Keyboard.PressAsync("Enter");
        await keys.GoAsync("button[data-text='setup.save']", "main [role=status] p");

        await journey.OpenAsync(Journey.Teacher);
        await lms.ShownAsync();
        await keys.GoAsync(".places a[href$='/setup']", "button[data-text='setup.change']");
        var statements = await lms.Tool.Locator("main ul.rows li strong").AllInnerTextsAsync();
        Assert.Equal("Thank people for what they said", statements[^2]);
    }

    [Fact]
    public async Task Instructor_finds_another_section_on_a_phone_with_keys_alone()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (lms, journey, keys) = await AddedAsync(chromium);
        await lms.Page.SetViewportSizeAsync(380, 800);
        await journey.OpenAsync(Journey.Teacher);
        await lms.ShownAsync();

        await keys.GoAsync(".places a[href$='/setup']", "button[data-text='setup.change']");
        await keys.GoAsync("button[data-text='setup.change']", ".rail-folded > summary");
        await keys.UnfoldAsync(".rail-folded > summary");
        await keys.GoAsync("a[data-text='setup.part.behaviours']", ".rail-folded a[data-text='setup.part.behaviours'][aria-current=step]");
    }

    [Fact]
    public async Task Learner_takes_a_sprint_on_the_board_and_ticks_its_first_part_with_keys_alone()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (lms, journey, keys) = await AddedAsync(chromium, "micro-practice");
        await journey.OpenAsync(Journey.Learner);
        await lms.ShownAsync();

        await keys.GoAsync("button[data-text='shared.start']", "a[data-text='sprints.see-board']");
        await keys.GoAsync("a[data-text='sprints.see-board']", "button[data-text='sprints.take']");
        await keys.GoAsync("button[data-text='sprints.take']", ".board > .mine");
        await keys.GoAsync(".places a[href$='/sprints']", ".rows a[href*='/sprints/show']");
        await keys.GoAsync(".rows a[href*='/sprints/show']", "button[data-text='sprints.tick']");

        // One thing at a time: what is ticked makes room for the next.
        var first = await lms.Tool.Locator("button[data-text='sprints.tick']").First.GetAttributeAsync("aria-label");
        await keys.GoAsync($"button[data-text='sprints.tick'][aria-label=\"{first}\"]", "main h1");
        await Assertions.Expect(lms.Tool.Locator($"button[data-text='sprints.tick'][aria-label=\"{first}\"]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_group_session_is_opened_joined_and_taken_something_from_with_keys_alone()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (lms, journey, keys) = await AddedAsync(chromium, "six-week-journey");
        async Task AsAsync(string sub)
        {
            await journey.OpenAsync(sub);
            await lms.ShownAsync();
        }

        foreach (var sub in new[] { Journey.Learner, Journey.Buddy })
        {
            await AsAsync(sub);
            await keys.GoAsync("button[data-text='shared.start']", ".places a[href$='/sessions']");
        }

        await AsAsync(Journey.Teacher);
        await keys.GoAsync(".places a[href$='/sessions/lead']", "button[data-text='sessions.start']");
        await keys.GoAsync("button[data-text='sessions.start']", "button[data-text='sessions.propose']");
        foreach (var sub in new[] { Journey.Learner, Journey.Buddy })
        {
            await AsAsync(sub);
            await keys.GoAsync("a[data-text='sessions.take-part']", "button[data-text='sessions.i-am-here']");
            await keys.GoAsync("button[data-text='sessions.i-am-here']", ".state.mine");
        }

        await AsAsync(Journey.Teacher);
        await keys.GoAsync(".places a[href$='/sessions/lead']", "button[data-text='sessions.propose']");
        await keys.GoAsync("button[data-text='sessions.propose']", "button[data-text='sessions.publish']");
        await keys.GoAsync("button[data-text='sessions.publish']", "button[data-text='sessions.end']");

        await AsAsync(Journey.Learner);
        await keys.GoAsync("a[data-text='sessions.take-part']", "a[data-text='sessions.next-prompt']");
        foreach (var prompt in new[] { 2, 3, 4 })
        {
            await keys.GoAsync("a[data-text='sessions.next-prompt']", $"a[data-text='sessions.next-prompt'][href*='={prompt + 1}'], #when");
        }

        await keys.TypeAsync("#when", "the weekly call begins");
        await keys.TypeAsync("#will", "let those on screen begin");
        await keys.GoAsync("button[data-text='sessions.take-keep']", "dl.plan");
        await Assertions.Expect(lms.Tool.Locator("dl.plan")).ToContainTextAsync("let those on screen begin");
    }

    [Fact]
    public async Task A_question_is_asked_from_Today_answered_and_said_to_have_helped_with_keys_alone()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (lms, journey, keys) = await AddedAsync(chromium);
        await journey.OpenAsync(Journey.Buddy);
        await lms.ShownAsync();
        await keys.GoAsync("button[data-text='shared.start']", "main .next");
        await journey.OpenAsync(Journey.Learner);
        await lms.ShownAsync();
        await keys.GoAsync("button[data-text='shared.start']", "a[data-text='questions.ask-something']");
        await keys.GoAsync("a[data-text='questions.ask-something']", "#text");
        await keys.GoAsync("button[data-text='questions.ask']", "#text-fault");
        await keys.TypeAsync("#text", "Who has tried this on the phone?");
        await keys.ChooseAsync("input[name=audience]", "input[value=Everybody]");
        await keys.GoAsync("button[data-text='questions.ask']", "main [role=status]");

        await journey.OpenAsync(Journey.Buddy);
        await lms.ShownAsync();
        await keys.GoAsync(".places a[href$='/questions']", ".rows a[href*='/questions/show']");
        await keys.GoAsync(".rows a[href*='/questions/show']", "button[data-text='questions.answer']");
        await keys.TypeAsync("#text", "I have. Silence feels longer there.");
        await keys.GoAsync("button[data-text='questions.answer']", "main [role=status]");

        await journey.OpenAsync(Journey.Learner);
        await lms.ShownAsync();
        await keys.GoAsync("a[data-text='questions.read-answer']", "button[data-text='questions.mark-helped']");
        await keys.GoAsync("button[data-text='questions.mark-helped']", "section .state.good");
        await keys.GoAsync("button[data-text='questions.have-read']", "main h1");
        await Assertions.Expect(lms.Tool.Locator("a[data-text='questions.read-answer']")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Learner_says_where_they_stand_hears_a_manager_and_chooses_sprints_with_keys_alone()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (lms, journey, keys) = await AddedAsync(chromium, "six-week-journey");
        await journey.OpenAsync(Journey.Learner);
        await lms.ShownAsync();
        await keys.GoAsync("button[data-text='shared.start']", "a[data-text='path.begin']");
        await keys.GoAsync("a[data-text='path.begin']", "button[data-text='path.go-on']");
        await keys.GoAsync("button[data-text='path.go-on']", "fieldset .fault");
        while (await lms.Tool.Locator(".scale input").CountAsync() > 0)
        {
            await ChooseEachAsync(lms, keys, "fieldset:has(.scale)", level: 1);
            await keys.GoAsync("form .actions .button", "main h1");
        }

        await keys.UnfoldAsync("summary[data-text='path.view-ask']");
        await keys.ChooseAsync("input[name=by]", "input[value=Manager]");
        await keys.TypeAsync("#mail-address", Manager);
        await keys.TypeAsync("#mail-words", "You see me in meetings every week.");
        await keys.GoAsync("button[data-text='path.view-send']", "[role=status]");
        await ManagerAnswersAsync(await chromium.OpenAsync());

        await lms.Page.BringToFrontAsync();
        await journey.OpenAsync(Journey.Learner);
        await lms.ShownAsync();
        await keys.GoAsync("a[data-text='sprints.choose']", "button[data-text='sprints.keep']");
        foreach (var sprint in new[] { 1, 2, 3 })
        {
            await keys.TickAsync($"label:nth-of-type({sprint}) > input[name=sprint]");
        }

        await keys.GoAsync("button[data-text='sprints.keep']", "[role=alert]");
        await keys.StopAtAsync("label:nth-of-type(3) > input[name=sprint]");
        await lms.Page.Keyboard.PressAsync("Space");
        await keys.GoAsync("button[data-text='sprints.keep']", "button[data-text='sprints.keep-changed']");
    }

    [Fact]
    public async Task Skip_link_leads_past_the_places()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (lms, journey, keys) = await AddedAsync(chromium);
        await journey.OpenAsync(Journey.Learner);
        await lms.ShownAsync();

        await keys.EnterAsync("a.skip", "#page");

        Assert.EndsWith("#page", lms.ToolFrame.Url, StringComparison.Ordinal);
    }

    private async Task<(Lms Lms, Journey Journey, Keys Keys)> AddedAsync(Chromium chromium, string template = "")
    {
        var lms = new Lms(stage, await chromium.OpenAsync());
        var journey = new Journey(lms, stage.Moodle, stage.Moodle.FindCourse("2")!);
        await journey.AddToCourseAsync(template: template);
        return (lms, journey, new Keys(lms));
    }

    private async Task ManagerAnswersAsync(IPage phone)
    {
        var keys = new Keys(phone);
        await phone.BringToFrontAsync();
        await phone.GotoAsync(PickedUpMail.LinkIn(await PickedUpMail.SeeAsync(stage.Tool, Manager, 1), "/g/"));
        await keys.TypeAsync("#name", "Ruth Adler");
        await keys.GoAsync("button[data-text='guests.accept']", "a[data-text='path.view-open']");
        await keys.GoAsync("a[data-text='path.view-open']", "button[data-text='path.view-give']");
        await keys.GoAsync("button[data-text='path.view-give']", "[role=alert]");
        await keys.ChooseAsync("fieldset:first-of-type .scale input", "fieldset:first-of-type .scale input[value='2']");
        await keys.GoAsync("button[data-text='path.view-give']", "[role=status]");
    }

    /// <summary>The same level in each group of choices, by arrows.</summary>
    private static async Task ChooseEachAsync(Lms lms, Keys keys, string groups, int level)
    {
        var ids = await lms.Tool.Locator(groups).EvaluateAllAsync<string[]>("all => all.map(one => one.id)");
        foreach (var id in ids)
        {
            await keys.ChooseAsync($"[id='{id}'] input", $"[id='{id}'] input[value='{level}']");
        }
    }
}
