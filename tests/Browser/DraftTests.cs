using System.Text.RegularExpressions;
using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>What is typed reaches the database, or stays on the device until it does: no word is lost.</summary>
public sealed class DraftTests(WholeStage stage) : IClassFixture<WholeStage>
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private StoredDrafts Stored => new(stage.Tool);

    [Fact]
    public async Task Words_are_in_the_database_within_five_seconds()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (draft, _) = await BeginAsync(chromium);
        await SavedOnceAsync(draft);

        await draft.TypeAsync("A weekly call.");

        await InDatabaseAsync(draft, "A weekly call.", Promised);
        await Assertions.Expect(draft.Status).ToHaveTextAsync("Saved");
        Assert.Empty(await CopiesAsync(draft));
    }

    [Fact]
    public async Task Somebody_who_never_pauses_is_saved_within_five_seconds_too()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (draft, _) = await BeginAsync(chromium);
        await SavedOnceAsync(draft);
        await draft.TypeAsync("First words");

        var typing = draft.TypeAsync(string.Concat(Enumerable.Repeat(" and on", 14)), millisecondsBetweenKeys: 100);

        await InDatabaseAsync(draft, "First words", Promised);
        Assert.False(typing.IsCompleted);
        await typing;
    }

    [Fact]
    public async Task Words_typed_before_the_page_has_come_to_life_are_saved_too()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (draft, _) = await BeginAsync(chromium);
        var typed = new TaskCompletionSource();
        await draft.Page.RouteAsync(new Regex("/js/drafts\\.js"), async route =>
        {
            await typed.Task;
            await route.ContinueAsync();
        });

        await draft.ReloadAsync();
        await draft.TypeAsync("Typed in a hurry.");
        typed.SetResult();

        await InDatabaseAsync(draft, "Typed in a hurry.", Patience);
    }

    [Fact]
    public async Task Words_typed_offline_come_back_after_a_reload_and_are_saved()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (draft, _) = await BeginAsync(chromium);
        await chromium.Context.SetOfflineAsync(true);
        await draft.TypeAsync("Typed in a tunnel.");
        await Assertions.Expect(draft.Status).ToContainTextAsync("You seem to be offline. Your text is kept on this device");

        // Back online the page loads again, while saving still fails: only the device has the words.
        await draft.RouteSavesAsync(route => route.AbortAsync());
        await chromium.Context.SetOfflineAsync(false);
        await draft.ReloadAsync();
        await Assertions.Expect(draft.Situation).ToHaveValueAsync("Typed in a tunnel.");
        Assert.Null(Stored.With(draft.EvidenceId, "tunnel"));

        await draft.LetSavesPassAsync();
        await InDatabaseAsync(draft, "Typed in a tunnel.", Patience);
    }

    [Fact]
    public async Task A_button_pressed_while_saving_fails_leaves_the_words_where_they_are()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (draft, _) = await BeginAsync(chromium);
        await draft.RouteSavesAsync(route => route.AbortAsync());
        await draft.TypeAsync("Not lost.");
        var id = draft.EvidenceId;

        await draft.Button("Keep").ClickAsync();
        await Assertions.Expect(draft.Status).ToContainTextAsync("You seem to be offline");
        await Assertions.Expect(draft.Situation).ToHaveValueAsync("Not lost.");

        await draft.LetSavesPassAsync();
        await draft.Button("Keep").ClickAsync();
        await draft.Situation.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.NotNull(Stored.With(id, "Not lost."));
    }

    [Fact]
    public async Task Words_typed_during_a_slow_save_go_with_the_next_one_and_two_saves_never_run_at_once()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var lms = new Lms(stage, await chromium.OpenAsync());
        await lms.Page.Clock.InstallAsync();
        var (draft, _) = await BeginAsync(lms);
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        var (running, most) = (0, 0);
        await draft.RouteSavesAsync(async route =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            asked.TrySetResult();
            await answer.Task;
            Interlocked.Decrement(ref running);
            await route.ContinueAsync();
        });

        await draft.TypeAsync("Slowly saved, ");
        await lms.Page.Clock.FastForwardAsync(6_000);
        await asked.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await draft.TypeAsync("and the last words.");
        // Every timer that typing set is due while the first save still runs.
        await lms.Page.Clock.FastForwardAsync(10_000);
        answer.SetResult();

        await InDatabaseAsync(draft, "Slowly saved, and the last words.", Promised);
        await Assertions.Expect(draft.Status).ToHaveTextAsync("Saved");
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task A_save_whose_answer_was_lost_is_no_other_version()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (draft, _) = await BeginAsync(chromium);
        var saved = new TaskCompletionSource();
        await draft.RouteSavesAsync(async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
            saved.TrySetResult();
        });
        await draft.TypeAsync("It arrived, ");
        await saved.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await draft.TypeAsync("though nobody said so.");
        await draft.LetSavesPassAsync();

        await InDatabaseAsync(draft, "It arrived, though nobody said so.", Patience);
        await Assertions.Expect(draft.Conflict).ToBeHiddenAsync();
    }

    [Fact]
    public async Task An_ended_session_says_so_and_the_words_come_back_with_the_next_launch()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var (draft, journey) = await BeginAsync(chromium);
        await draft.TypeAsync("Before the break, ");
        await InDatabaseAsync(draft, "Before the break,", Patience);
        await stage.Lms.MoveAsync(TimeSpan.FromMinutes(91));

        await draft.TypeAsync("and after it.");
        await Assertions.Expect(draft.Status).ToContainTextAsync("This page was open for too long. Open it again from your course.");
        await Screenshots.TakeAsync(draft.Page, "draft-ended");
        Assert.Null(Stored.With(draft.EvidenceId, "and after it."));

        var again = await DraftPage.GoOnAsync(draft.Lms, journey);
        await Assertions.Expect(again.Situation).ToHaveValueAsync("Before the break, and after it.");
        await InDatabaseAsync(again, "Before the break, and after it.", Promised);
    }

    [Theory]
    [InlineData("form", "Of the second tab.")]
    [InlineData("other", "Of the first tab.")]
    public async Task Two_tabs_with_one_draft_show_both_versions_and_the_person_chooses(string choice, string expected)
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Allowed);
        var (first, _) = await BeginAsync(chromium);
        var second = await AgainAsync(first, chromium, width: 360);
        await first.TypeAsync("Of the first tab.");
        await InDatabaseAsync(first, "Of the first tab.", Patience);

        await second.TypeAsync("Of the second tab.");
        await Assertions.Expect(second.Conflict).ToContainTextAsync("Of the first tab.");
        await Assertions.Expect(second.Situation).ToHaveValueAsync("Of the second tab.");
        Assert.NotNull(Stored.With(first.EvidenceId, "Of the first tab."));
        await Screenshots.TakeAsync(second.Page, "draft-two-versions-360");
        Findings.None(await Axe.FindingsAsync(second.Page));

        await second.Conflict.Locator($"[data-choose={choice}]").ClickAsync();
        await Assertions.Expect(second.Situation).ToHaveValueAsync(expected);
        await InDatabaseAsync(second, expected, Patience);
    }

    [Fact]
    public async Task Words_kept_on_the_device_are_offered_when_the_draft_was_changed_elsewhere()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Allowed);
        var (first, _) = await BeginAsync(chromium);
        var second = await AgainAsync(first, chromium, width: 1280);
        await second.RouteSavesAsync(route => route.AbortAsync());
        await second.TypeAsync("Kept here only.");
        await Assertions.Expect(second.Status).ToContainTextAsync("Your text is kept on this device");
        await first.TypeAsync("Saved there.");
        await InDatabaseAsync(first, "Saved there.", Patience);

        await second.LetSavesPassAsync();
        await second.ReloadAsync();
        await Assertions.Expect(second.Conflict).ToContainTextAsync("Kept here only.");
        await Assertions.Expect(second.Situation).ToHaveValueAsync("Saved there.");
        await second.Conflict.Locator("[data-choose=other]").ClickAsync();

        await InDatabaseAsync(second, "Kept here only.", Patience);
        await Assertions.Expect(second.Status).ToHaveTextAsync("Saved");
        Assert.Empty(await CopiesAsync(second));
    }

    private async Task<(DraftPage Draft, Journey Journey)> BeginAsync(Chromium chromium) => await BeginAsync(new Lms(stage, await chromium.OpenAsync()));

    /// <summary>A journey of its own for each test, so that nobody has begun it.</summary>
    private async Task<(DraftPage Draft, Journey Journey)> BeginAsync(Lms lms)
    {
        var journey = new Journey(lms, stage.Moodle, stage.Moodle.FindCourse("2")!);
        await journey.AddToCourseAsync();
        return (await DraftPage.BeginAsync(lms, journey), journey);
    }

    /// <summary>The same draft in another tab. It is there from its first word on.</summary>
    private async Task<DraftPage> AgainAsync(DraftPage first, Chromium chromium, int width)
    {
        await first.Lms.Tool.Locator("#Action").PressSequentiallyAsync("I waited.");
        await Assertions.Expect(first.Status).ToHaveTextAsync("Saved");
        var lms = new Lms(stage, await chromium.OpenAsync(width));
        return await DraftPage.GoOnAsync(lms, new Journey(lms, stage.Moodle, stage.Moodle.FindCourse("2")!));
    }

    /// <summary>The promise is that of a tool that runs: one that has just started compiles what saves.</summary>
    private async Task SavedOnceAsync(DraftPage draft)
    {
        await draft.TypeAsync("Yes. ");
        await InDatabaseAsync(draft, "Yes.", Patience);
        await Assertions.Expect(draft.Status).ToHaveTextAsync("Saved");
    }

    private Task<string> InDatabaseAsync(DraftPage draft, string words, TimeSpan within)
    {
        var id = draft.EvidenceId;
        return Eventually.SeeAsync(() => Stored.With(id, words), within, $"draft with '{words}'");
    }

    private static Task<string[]> CopiesAsync(DraftPage draft) =>
        draft.Lms.ToolFrame.EvaluateAsync<string[]>(
            """
            () => new Promise((resolve, reject) => {
              const opening = indexedDB.open('learning-buddy');
              opening.onerror = reject;
              opening.onsuccess = () => {
                const names = opening.result.transaction('drafts').objectStore('drafts').getAllKeys();
                names.onsuccess = () => resolve(names.result);
              };
            })
            """);
}
