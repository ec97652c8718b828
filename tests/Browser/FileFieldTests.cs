using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>Choosing files: what can't be taken is said beside the field before anything is sent; the rest goes with whatever button is pressed.</summary>
public sealed class FileFieldTests(WholeStage stage) : IClassFixture<WholeStage>
{
    [Fact]
    public async Task File_that_can_not_be_taken_is_named_and_the_others_go_along()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var draft = await BeginAsync(await chromium.OpenAsync(360), chromium);
        using var folder = new TemporaryFolder();
        var film = Path.Combine(folder.Path, "film.mp3");
        await File.WriteAllBytesAsync(film, new byte[11 * 1024 * 1024], TestContext.Current.CancellationToken);
        var programme = Path.Combine(folder.Path, "programme.exe");
        await File.WriteAllBytesAsync(programme, [1], TestContext.Current.CancellationToken);
        var notes = Path.Combine(folder.Path, "notes.txt");
        await File.WriteAllTextAsync(notes, "Word for word.", TestContext.Current.CancellationToken);
        string[] faults =
        [
            "“film.mp3” is larger than 10 MB. Choose a smaller file, or add a link.",
            "“programme.exe” can’t be added. Pictures, PDF, text, audio and office files can.",
        ];
        await draft.Situation.FillAsync("A weekly call.");

        await Field(draft).SetInputFilesAsync([film, notes, programme]);

        await Assertions.Expect(draft.FileFaults.Locator("p")).ToHaveTextAsync(faults);
        await Screenshots.TakeAsync(draft.Page, "files-refused-360");
        Findings.None(await Axe.FindingsAsync(draft.Page));

        await draft.Button("Send").ClickAsync();
        await Assertions.Expect(draft.Lms.Tool.Locator("a[download]")).ToHaveTextAsync(["notes.txt"]);
        await Assertions.Expect(draft.FileFaults.Locator("p")).ToHaveTextAsync(faults);
        await Assertions.Expect(draft.Situation).ToHaveValueAsync("A weekly call.");
    }

    [Fact]
    public async Task Files_chosen_before_sending_are_sent_and_can_be_downloaded()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var draft = await BeginAsync(await chromium.OpenAsync(), chromium);
        await Field(draft).SetInputFilesAsync(
        [
            new FilePayload { Name = "notes.txt", MimeType = "text/plain", Buffer = "Word for word."u8.ToArray() },
            new FilePayload { Name = "second.md", MimeType = "text/markdown", Buffer = "# More"u8.ToArray() },
        ]);
        await draft.Situation.FillAsync("A weekly call.");
        await draft.Lms.Tool.Locator("#Action").FillAsync("I waited.");
        await draft.Lms.Tool.Locator("#Outcome").FillAsync("They spoke.");

        await draft.Button("Send").ClickAsync();

        await Assertions.Expect(draft.Lms.Tool.Locator("a[download]")).ToHaveTextAsync(["notes.txt", "second.md"]);
        var text = await draft.Lms.ToolFrame.EvaluateAsync<string>("async () => (await fetch(document.querySelector('a[download]').href)).text()");
        Assert.Equal("Word for word.", text);
    }

    [Fact]
    public async Task A_chosen_file_goes_out_at_once_and_nothing_that_was_typed_is_lost_or_asked_about()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var draft = await BeginAsync(await chromium.OpenAsync(360), chromium);
        await draft.RouteSavesAsync(route => route.AbortAsync());
        await draft.TypeAsync("Typed before, ");

        await Field(draft).SetInputFilesAsync([Picture, new FilePayload { Name = "notes.txt", MimeType = "text/plain", Buffer = "Word for word."u8.ToArray() }]);
        await Assertions.Expect(draft.Lms.Tool.Locator("a[download]")).ToHaveTextAsync(["photo.png", "notes.txt"]);
        await draft.LetSavesPassAsync();
        await draft.TypeAsync("and after.");

        await Assertions.Expect(draft.Status).ToHaveTextAsync("Saved");
        await Assertions.Expect(draft.Conflict).ToBeHiddenAsync();
        await Assertions.Expect(draft.Situation).ToHaveValueAsync("Typed before, and after.");
        await Assertions.Expect(draft.FileFaults).ToBeEmptyAsync();
        await draft.Lms.Tool.Locator("[data-files] img").ScrollIntoViewIfNeededAsync();
        await draft.Lms.ToolFrame.WaitForFunctionAsync("() => document.querySelector('[data-files] img').naturalWidth === 8");
        await Screenshots.TakeAsync(draft.Page, "files-sent-360");
        Findings.None(await Axe.FindingsAsync(draft.Page));

        await draft.Lms.Tool.Locator("button[data-text='evidence.take-out']").First.ClickAsync();
        await Assertions.Expect(draft.Lms.Tool.Locator("a[download]")).ToHaveTextAsync(["notes.txt"]);
        await draft.ReloadAsync();
        await Assertions.Expect(draft.Situation).ToHaveValueAsync("Typed before, and after.");
        await Assertions.Expect(draft.Lms.Tool.Locator("a[download]")).ToHaveTextAsync(["notes.txt"]);
    }

    [Fact]
    public async Task A_file_that_does_not_arrive_is_named_and_goes_along_with_the_next_button()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var draft = await BeginAsync(await chromium.OpenAsync(), chromium);
        await draft.Page.RouteAsync(address => address.Contains("handler=Attach", StringComparison.Ordinal), route => route.AbortAsync());
        await draft.Situation.FillAsync("A weekly call.");

        await Field(draft).SetInputFilesAsync(new FilePayload { Name = "notes.txt", MimeType = "text/plain", Buffer = "Word for word."u8.ToArray() });
        await Assertions.Expect(draft.FileFaults).ToContainTextAsync("notes.txt");
        Assert.Equal(1, await Field(draft).EvaluateAsync<int>("field => field.files.length"));

        await draft.Button("Send").ClickAsync();
        await Assertions.Expect(draft.Lms.Tool.Locator("a[download]")).ToHaveTextAsync(["notes.txt"]);
    }

    [Fact]
    public async Task Page_without_scripts_says_which_file_was_too_large_and_keeps_the_words()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var draft = await BeginAsync(await chromium.OpenAsync(), chromium);
        await draft.Page.RouteAsync("**/js/page.js*", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = "" }));
        await draft.ReloadAsync();
        using var folder = new TemporaryFolder();
        var film = Path.Combine(folder.Path, "film.mp3");
        await File.WriteAllBytesAsync(film, new byte[12 * 1024 * 1024], TestContext.Current.CancellationToken);
        await draft.Situation.FillAsync("Kept beside a film.");
        await Field(draft).SetInputFilesAsync(film);

        await draft.Button("Keep").ClickAsync();

        await Assertions.Expect(draft.FileFaults).ToContainTextAsync("“film.mp3” is larger than 10 MB.");
        await Assertions.Expect(draft.Situation).ToHaveValueAsync("Kept beside a film.");
    }

    /// <summary>Eight by eight pixels.</summary>
    private static FilePayload Picture => new()
    {
        Name = "photo.png",
        MimeType = "image/png",
        Buffer = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGOw9d6PFTEMLQkA0RlRwSfwTK0AAAAASUVORK5CYII="),
    };

    private static ILocator Field(DraftPage draft) => draft.Lms.Tool.Locator("#file");

    private async Task<DraftPage> BeginAsync(IPage page, Chromium chromium)
    {
        var lms = new Lms(stage, page);
        var journey = new Journey(new Lms(stage, await chromium.OpenAsync()), stage.Moodle, stage.Moodle.FindCourse("2")!);
        await journey.AddToCourseAsync();
        return await DraftPage.BeginAsync(lms, new Journey(lms, stage.Moodle, stage.Moodle.FindCourse("2")!));
    }
}
