using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>The set-up of exercises and of sprints, from the first row to what a learner sees, with the keyboard alone.</summary>
public sealed class KeyboardSetUpTests(WholeStage stage) : IClassFixture<WholeStage>
{
    private const string Save = "button[data-text='setup.save']";
    private const string Exercises = "[data-rows='nudges.Exercises']";
    private const string Sprints = "[data-rows='sprints.Sprints']";
    private const string Rows = Exercises + " > li:not([data-gone])";
    private const string First = Exercises + " > li:first-child";
    private const string PutBack = First + " button[data-put-back]";
    private const string LastExercise = Exercises + " > li:last-child";
    private const string LastSprint = Sprints + " > li:last-child";

    [Fact]
    public async Task Exercises_of_two_kinds_are_added_moved_taken_out_and_saved_with_keys_alone()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (lms, journey, keys) = await AddedAsync(chromium);
        await OpenPartAsync(lms, journey, keys, "nudges", "#nudges-days");
        // The figure stands in docs/accessibility.md.
        await keys.StopAtAsync("#nudges-hold");
        Assert.Equal(37, await keys.StopAtAsync(Save));

        // Back over the button that adds a row, to the row that is there to be filled.
        await keys.StopAtAsync(LastExercise + " textarea[name$='.Text']", isBefore: true);
        await lms.Page.Keyboard.TypeAsync("Ask somebody what they would decide.");
        await keys.EnterAsync("button[data-add]", LastExercise + " textarea[name$='.Text']:focus");
        await lms.Page.Keyboard.TypeAsync("Which three words open a question?");
        await keys.SelectAsync(LastExercise + " select[name$='.Kind']", "Recall");
        await keys.TypeAsync(LastExercise + " textarea[name$='.Answer']", "What, how, who.");
        await keys.EnterAsync(LastExercise + " button[data-move='-1']", "[data-moves]:not(:empty)");
        var moved = lms.Tool.Locator(Exercises + " > li:nth-last-child(2)");
        Assert.Equal("Exercise 13", await moved.Locator("legend > :not([aria-hidden])").TextContentAsync());
        await Assertions.Expect(moved.Locator("button[data-move='-1']")).ToBeFocusedAsync();
        await keys.UnfoldAsync(First + " summary", "Space");
        await TakeOutAndPutBackAsync(lms, keys);
        await keys.EnterAsync(First + " button[data-remove]", PutBack + ":focus");
        await Assertions.Expect(lms.Tool.Locator(Rows)).ToHaveCountAsync(13);
        await keys.GoAsync(Save, "main [role=status] p");

        await OpenPartAsync(lms, journey, keys, "nudges", "#nudges-days");
        var kinds = await lms.Tool.Locator(Exercises + " > li").EvaluateAllAsync<string[]>(
            "rows => rows.map(row => `${row.querySelector('select').value}: ${row.querySelector('textarea').value}`)");
        Assert.Equal(14, kinds.Length);
        Assert.Equal(["Recall: Which three words open a question?", "Do: Ask somebody what they would decide."], kinds[11..13]);
        await LookAtItAsLearnerAsync(lms, keys);
    }

    [Fact]
    public async Task Sprint_is_added_filled_moved_and_seen_in_small_steps_by_a_learner_with_keys_alone()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (lms, journey, keys) = await AddedAsync(chromium, "micro-practice");
        await OpenPartAsync(lms, journey, keys, "sprints", "#sprints-choose");
        await keys.StopAtAsync("input[name='sprints.SmallSteps']");
        if (!await lms.Tool.Locator("input[name='sprints.SmallSteps']").IsCheckedAsync())
        {
            await lms.Page.Keyboard.PressAsync("Space");
        }

        await keys.TypeAsync(LastSprint + " input[name$='.Title']", "Open a call");
        await keys.TypeAsync(LastSprint + " textarea[name$='.Situation']", "A call begins, and nobody speaks.");
        await keys.TickAsync(LastSprint + " input[name$='.BehaviourIds']");
        await FillPartsAsync(lms, keys);
        await keys.EnterAsync(LastSprint + " > fieldset > details > .inner > .line button[data-move='-1']", "[data-moves]:not(:empty)");
        for (var above = 0; above < 3; above++)
        {
            await lms.Page.Keyboard.PressAsync("Enter");
        }

        await Assertions.Expect(lms.Tool.Locator(Sprints + " > li:first-child input[name$='.Title']").First).ToHaveValueAsync("Open a call");
        await keys.GoAsync(Save, "main [role=status] p");
        await LearnerTakesItAsync(lms, journey, keys);
    }

    /// <summary>What was taken out by mistake comes back to its place, with its words, before anything is saved.</summary>
    private static async Task TakeOutAndPutBackAsync(Lms lms, Keys keys)
    {
        var words = await lms.Tool.Locator(First + " textarea[name$='.Text']").InputValueAsync();
        var text = lms.Tool.Locator(First + " textarea[name$='.Text']");
        await text.FillAsync("");
        await lms.Tool.Locator(First + " textarea[name$='.OtherWordings']").EvaluateAsync("field => { field.value = 'Costs $& more' }");
        await keys.EnterAsync(First + " button[data-remove]", PutBack + ":focus");
        await Assertions.Expect(lms.Tool.Locator("[data-moves]")).ToContainTextAsync("“Costs $& more” is removed when you save");
        await keys.EnterAsync(PutBack, First + " textarea[name$='.Text']:focus");
        await text.FillAsync(words);
        await keys.EnterAsync(First + " button[data-remove]", PutBack + ":focus");
        await Screenshots.TakeAsync(lms.Page, "setup-row-taken-out");
        Assert.Equal("Exercise 1", await lms.Tool.Locator(Rows + " legend > :not([aria-hidden])").First.TextContentAsync());
        await keys.EnterAsync(PutBack, First + " textarea[name$='.Text']:focus");
        await Assertions.Expect(lms.Tool.Locator(Rows)).ToHaveCountAsync(14);
        await Assertions.Expect(lms.Tool.Locator(First + " textarea[name$='nudges.Exercises[0].Text']")).ToHaveValueAsync(words);
    }

    /// <summary>Two readings of which the second is moved before the first, and something to do.</summary>
    private static async Task FillPartsAsync(Lms lms, Keys keys)
    {
        const string Readings = LastSprint + " fieldset:has([name*='.Resources['])";
        const string Doings = LastSprint + " fieldset:has([name*='.Activities['])";
        await keys.TypeAsync(Readings + " ol > li:first-child input[name$='.Title']", "Read this second");
        await keys.TypeAsync(Readings + " ol > li:first-child input[name$='.Minutes']", "4");
        await keys.EnterAsync(Readings + " button[data-add]", Readings + " ol > li:nth-child(2) input[name$='.Title']:focus");
        await lms.Page.Keyboard.TypeAsync("Read this first");
        await keys.TypeAsync(Readings + " ol > li:last-child input[name$='.Minutes']", "3");
        await keys.EnterAsync(Readings + " ol > li:last-child button[data-move='-1']", Readings + " ol > li:first-child button[data-move]:focus");
        await keys.TypeAsync(Doings + " ol > li:first-child input[name$='.Title']", "Call somebody");
        await keys.TypeAsync(Doings + " ol > li:first-child input[name$='.Minutes']", "10");
    }

    private static async Task LearnerTakesItAsync(Lms lms, Journey journey, Keys keys)
    {
        await journey.OpenAsync(Journey.Learner);
        await lms.ShownAsync();
        await keys.GoAsync("button[data-text='shared.start']", "a[data-text='sprints.see-board']");
        await keys.GoAsync("a[data-text='sprints.see-board']", "button[data-text='sprints.take']");
        await keys.GoAsync(".board > section:first-child button[data-text='sprints.take']", ".board > .mine");
        await keys.GoAsync(".places a[href$='/sprints']", ".rows a[href*='/sprints/show']");
        await keys.GoAsync(".rows a[href*='/sprints/show']", "button[data-text='sprints.show-all']");
        await Assertions.Expect(lms.Tool.Locator("main")).ToContainTextAsync("Read this first");
        await Assertions.Expect(lms.Tool.Locator("main")).Not.ToContainTextAsync("Read this second");
    }

    /// <summary>How an exercise reaches people, and what the journey says to whoever opens it.</summary>
    private static async Task LookAtItAsLearnerAsync(Lms lms, Keys keys)
    {
        const string Row = Exercises + " > li:nth-child(12)";
        await keys.UnfoldAsync(Row + " summary");
        await keys.UnfoldAsync(Row + " [data-preview] > summary");
        await Assertions.Expect(lms.Tool.Locator(Row + " [data-preview]")).ToContainTextAsync("Which three words open a question?");
        await keys.GoAsync("a[data-text='setup.see-preview']", "a[data-text='setup.preview-learner'][aria-current]");
        await keys.GoAsync("a[data-text='setup.preview-facilitator']", "a[data-text='setup.preview-facilitator'][aria-current]");
        await keys.GoAsync("a[data-text='setup.preview-learner']", "a[data-text='setup.preview-learner'][aria-current]");
        await Assertions.Expect(lms.Tool.Locator("section.card h2").First).ToHaveAttributeAsync("data-text", "shared.what-you-can-show");
    }

    private async Task<(Lms Lms, Journey Journey, Keys Keys)> AddedAsync(Chromium chromium, string template = "")
    {
        var lms = new Lms(stage, await chromium.OpenAsync(1100));
        var journey = new Journey(lms, stage.Moodle, stage.Moodle.FindCourse("2")!);
        await journey.AddToCourseAsync(template: template);
        return (lms, journey, new Keys(lms));
    }

    private static async Task OpenPartAsync(Lms lms, Journey journey, Keys keys, string part, string until)
    {
        await journey.OpenAsync(Journey.Teacher);
        await lms.ShownAsync();
        await keys.GoAsync(".places a[href$='/setup']", "button[data-text='setup.change']");
        await keys.GoAsync("button[data-text='setup.change']", $"a[href*='part={part}']");
        await keys.GoAsync($"a[href*='part={part}']", until);
    }
}
