using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>The six weeks begin: where one stands, a manager's view, a choice on a live board, and the first reading.</summary>
public sealed class SprintPageTests(WholeStage stage) : IClassFixture<WholeStage>
{
    private const string Address = "ruth@example.edu";

    [Fact]
    public async Task The_six_weeks_begin_in_the_frame_of_a_course()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var teacher = new FramedLook(new Lms(stage, await chromium.OpenAsync(1100)), "sprint-teacher");
        var learner = new FramedLook(new Lms(stage, await chromium.OpenAsync(360)), "sprint-learner");
        var other = new FramedLook(new Lms(stage, await chromium.OpenAsync(1100)), "sprint-other");
        var ruth = new PhoneLook(await chromium.OpenAsync(360), "sprint-manager");
        await JourneyOf(teacher).AddToCourseAsync(template: "six-week-journey");

        await OpenAsync(learner, Journey.Learner, "button[data-text='shared.start']");
        await learner.PressAsync("button[data-text='shared.start']", "a[data-text='path.begin']", "today");
        await learner.PressAsync("a[data-text='path.begin']", "button[data-text='path.go-on']", "stand");
        await AnswerAsync(learner);
        await learner.AtAsync("picture");
        await AskForAViewAsync(learner, ruth);

        await OpenAsync(learner, Journey.Learner, "a[data-text='shared.where-i-stand']");
        await learner.PressAsync("a[data-text='shared.where-i-stand']", ".pins b", "views");
        await learner.PressAsync("a[data-text='path.choose-sprints']", "button[data-text='sprints.keep']", "choose");
        await CheckAsync(learner, 3);
        await learner.PressAsync("button[data-text='sprints.keep']", "[role=alert]", "too-many");
        await CheckAsync(learner, 2);
        await learner.PressAsync("button[data-text='sprints.keep']", "button[data-text='sprints.keep-changed']", "chosen");

        // What one does others see without doing anything.
        await OpenAsync(teacher, Journey.Teacher, ".places a[href$='/sprints/board']");
        await teacher.PressAsync(".places a[href$='/sprints/board']", "[data-board]", "board");
        await OpenAsync(other, Journey.Buddy, "button[data-text='shared.start']");
        await other.PressAsync("button[data-text='shared.start']", "a[data-text='path.begin']", "today");
        await other.PressAsync(".places a[href$='/sprints']", "a[data-text='sprints.choose']", "none-yet");
        await other.PressAsync("a[data-text='sprints.choose']", "button[data-text='sprints.keep']", "choose");
        await other.PressAsync("a[data-text='sprints.see-board']", "[data-board]", "board");
        await other.PressAsync("button[data-text='sprints.take']", ".board > .mine", "taken");
        await teacher.Lms.Page.BringToFrontAsync();
        await Assertions.Expect(teacher.Tool.Locator(".board")).ToContainTextAsync("Jürgen Groß");
        await teacher.AtAsync("board-moved");
        Assert.True(await teacher.Lms.ToolFrame.EvaluateAsync<double>(
            "document.querySelector('.board > section').offsetTop - document.querySelector('.board').offsetTop") < 1);
        await teacher.PressAsync("button[data-text='sprints.close-choice']", "button[data-text='sprints.open-choice']", "closed");
        await teacher.PressAsync(".board a[href*='/sprints/change']", "button[data-text='sprints.change-save']", "change");

        // Whoever facilitates says how they see a learner, from inside the course.
        await OpenAsync(teacher, Journey.Teacher, "a[href*='/reviews/learner']");
        await teacher.PressAsync("a[href*='/reviews/learner']", "a[href*='/path/view']", "learner");
        await teacher.PressAsync("a[href*='/path/view']", "button[data-text='path.view-give']", "view");

        await OpenAsync(learner, Journey.Learner, ".places a[href$='/sprints']");
        await learner.PressAsync(".places a[href$='/sprints']", ".rows a[href*='/sprints/show']", "sprints");
        await learner.PressAsync(".rows a[href*='/sprints/show']", "button[data-text='sprints.tick']", "sprint");
        for (var part = 0; part < 3; part++)
        {
            await learner.PressAsync("details[open] button[data-text='sprints.tick']", "main h1", $"ticked-{part}");
        }

        await learner.Tool.Locator("#sure label:has(input[value='4'])").ClickAsync();
        await learner.PressAsync("button[data-text='sprints.sure-keep']", "div#sure", "sure");
        await learner.PressAsync("button[data-text='sprints.show-one']", "button[data-text='sprints.show-all']", "small-steps");
        await InArabicAndDarkAsync(learner);

        Findings.None([.. teacher.Findings, .. learner.Findings, .. other.Findings, .. ruth.Findings]);
        Assert.Equal([], PagesOfTheTool.OfSprints.Except(teacher.Seen).Except(learner.Seen).Except(other.Seen));
    }

    /// <summary>Something between keeps events back and never ends: then the board asks, and is only a few seconds late.</summary>
    [Fact]
    public async Task A_board_behind_a_buffering_proxy_asks_instead()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var kept = new Lms(stage, await chromium.OpenAsync(1100));
        var (led, other) = (JourneyOf(kept), new Lms(stage, await chromium.OpenAsync(1100)));
        await led.AddToCourseAsync(template: "micro-practice");
        await kept.Page.Context.RouteAsync("**/board?handler=Stream", _ => Task.CompletedTask);
        await led.OpenAsync(Journey.Teacher);
        await kept.Tool.Locator(".places a[href$='/sprints/board']").ClickAsync();
        await kept.Tool.Locator("[data-board]").WaitForAsync();

        await JourneyOf(other).OpenAsync(Journey.Learner);
        await other.Tool.Locator("button[data-text='shared.start']").ClickAsync();
        await other.Tool.Locator("a[data-text='sprints.see-board']").ClickAsync();
        await other.Tool.Locator("button[data-text='sprints.take']").First.ClickAsync();
        await other.Tool.Locator(".board > .mine").WaitForAsync();

        await kept.Page.BringToFrontAsync();
        await Assertions.Expect(kept.Tool.Locator(".board")).ToContainTextAsync("Amara", new() { Timeout = 30_000 });
    }

    /// <summary>Rows inside of rows: a reading is added, moved before another, and a sprint is added with rows of its own.</summary>
    [Fact]
    public async Task Whoever_sets_up_adds_readings_and_orders_them()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var teacher = new FramedLook(new Lms(stage, await chromium.OpenAsync(1100)), "sprint-setup");
        await JourneyOf(teacher).AddToCourseAsync(template: "six-week-journey");
        await OpenAsync(teacher, Journey.Teacher, ".places a[href$='/setup']");
        await teacher.PressAsync(".places a[href$='/setup']", "button[data-text='setup.change']", "shown");
        await teacher.PressAsync("button[data-text='setup.change']", "a[href*='part=sprints']", "parts");
        await teacher.PressAsync("a[href*='part=sprints']", "#sprints-choose", "sprints");
        var first = teacher.Tool.Locator("[data-rows='sprints.Sprints'] > li").First;
        await first.Locator("summary").ClickAsync();
        var readings = first.Locator("ol[data-rows]").First;
        await readings.Locator("> li").Last.Locator("input[name$='.Title']").FillAsync("What the team already does well");
        await first.Locator("button[data-text='sprints.setup-add-part']").First.ClickAsync();
        await readings.Locator("> li").Last.Locator("input[name$='.Title']").FillAsync("A list for the first call");
        await readings.Locator("> li").Last.Locator("button[data-move='-1']").ClickAsync();
        await teacher.AtAsync("readings");
        await teacher.Tool.Locator("button[data-add='sprints.Sprints']").ClickAsync();
        var added = teacher.Tool.Locator("[data-rows='sprints.Sprints'] > li").Last;
        await added.Locator("input[name$='.Title']").First.FillAsync("One more sprint");
        await added.Locator("ol[data-rows] input[name$='.Title']").First.FillAsync("Its own reading");
        await teacher.PressAsync("button[data-text='setup.save']", ".places", "saved");

        await OpenAsync(teacher, Journey.Teacher, ".places a[href$='/setup']");
        await teacher.PressAsync(".places a[href$='/setup']", "button[data-text='setup.change']", "shown-again");
        await teacher.PressAsync("button[data-text='setup.change']", "a[href*='part=sprints']", "parts-again");
        await teacher.PressAsync("a[href*='part=sprints']", "#sprints-choose", "sprints-again");
        var titles = await first.Locator("ol[data-rows]").First.Locator("input[name$='.Title']")
            .EvaluateAllAsync<string[]>("fields => fields.map(field => field.value)");
        Assert.Equal(["A list for the first call", "What the team already does well"], titles[3..5]);
        Assert.Equal(
            ["One more sprint", "Its own reading"],
            await teacher.Tool.Locator("[data-rows='sprints.Sprints'] > li").Nth(4).Locator("input[name$='.Title']")
                .EvaluateAllAsync<string[]>("fields => fields.map(field => field.value).filter(Boolean)"));
        Findings.None(teacher.Findings);
    }

    private Journey JourneyOf(FramedLook look) => JourneyOf(look.Lms);

    private Journey JourneyOf(Lms lms) => new(lms, stage.Moodle, stage.Moodle.Courses.First());

    /// <summary>Four pages of questions, the first with keys alone.</summary>
    private static async Task AnswerAsync(FramedLook look)
    {
        for (var part = 0; part < 4; part++)
        {
            var rows = look.Tool.Locator(".scale");
            for (var row = 0; row < await rows.CountAsync(); row++)
            {
                var level = rows.Nth(row).Locator("input").Nth((row + part) % 3);
                if (part == 0)
                {
                    await level.FocusAsync();
                    await look.Lms.Page.Keyboard.PressAsync("Space");
                }
                else
                {
                    await level.CheckAsync(new() { Force = true });
                }
            }

            await look.PressAsync("form .actions .button", "main h1", $"stand-{part + 1}");
        }
    }

    private async Task AskForAViewAsync(FramedLook learner, PhoneLook ruth)
    {
        await learner.Tool.Locator("summary[data-text='path.view-ask']").ClickAsync();
        await learner.Tool.Locator("input[name=by][value=Manager]").CheckAsync();
        await learner.Tool.Locator("#mail-address").FillAsync(Address);
        await learner.PressAsync("button[data-text='path.view-send']", "#mail-words-fault", "view-refused");
        await learner.Tool.Locator("#mail-words").FillAsync("You see me in meetings every week.");
        await learner.PressAsync("button[data-text='path.view-send']", "[role=status]", "view-asked");
        var mail = await PickedUpMail.SeeAsync(stage.Tool, Address, 1);
        await ruth.AtMailAsync(mail, "sprint-view-mail");
        await ruth.Page.GotoAsync(PickedUpMail.LinkIn(mail, "/g/"));
        await ruth.AtAsync("guests/ask");
        await ruth.Page.Locator("#name").FillAsync("Ruth Adler");
        await ruth.Page.Locator("button[data-text='guests.accept']").ClickAsync();
        await ruth.Page.Locator("a[href*='/path/view']").First.ClickAsync();
        await ruth.Page.Locator("button[data-text='path.view-give']").WaitForAsync();
        await ruth.AtAsync("path/view");
        await ruth.Page.Locator("fieldset").First.Locator("label:has(input[value='1'])").ClickAsync();
        await ruth.Page.Locator("button[data-text='path.view-give']").ClickAsync();
        await ruth.Page.Locator("[role=status]").First.WaitForAsync();
        await ruth.AtAsync("path/view", "given");
    }

    private static async Task CheckAsync(FramedLook look, int count)
    {
        var boxes = look.Tool.Locator("input[name=sprint]");
        for (var box = 0; box < await boxes.CountAsync(); box++)
        {
            await boxes.Nth(box).SetCheckedAsync(box < count);
        }
    }

    private async Task InArabicAndDarkAsync(FramedLook look)
    {
        await look.Lms.PreferAsync("Dark", "ar");
        await look.AtAsync("today-ar-dark");
        await look.PressAsync("a[data-text='shared.where-i-stand']", ".scale", "picture-ar-dark");
        await OpenAsync(look, Journey.Learner, ".places a[href$='/sprints']");
        await look.PressAsync(".places a[href$='/sprints']", "#break", "sprints-ar-dark");
        await look.PressAsync(".rows a[href*='/sprints/show']", "button[data-text='sprints.show-all']", "sprint-ar-dark");
        await look.PressAsync("a[data-text='sprints.title']", "#break", "sprints-again");
        await look.PressAsync("a[data-text='sprints.see-board']", "[data-board]", "board-ar-dark");
    }

    private async Task OpenAsync(FramedLook look, string sub, string until)
    {
        await JourneyOf(look).OpenAsync(sub);
        await look.Tool.Locator(until).First.WaitForAsync();
    }
}
