using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>The second and the third talk of a pair, as learner and as learning buddy, with the keyboard alone.</summary>
public sealed class KeyboardTalkTests(PlayedStage stage) : IClassFixture<PlayedStage>
{
    private const string OpenTalk = "a.button[href*='/buddies/talk']";

    [Fact]
    public async Task Practice_and_certification_talk_are_prepared_held_and_decided_with_keys_alone()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var learner = await AtAsync(chromium, Journey.Learner);
        var buddy = await AtAsync(chromium, Journey.Buddy);
        await HoldFirstAsync(learner, buddy);

        foreach (var (number, promise) in new[] { (2, "wait for three breaths"), (3, "let them find the gap") })
        {
            await RememberAsync(learner, number);
            await ListenAsync(buddy, number);
            await HoldAsync(learner, buddy);
            await DecideAsync(learner, promise);
        }

        await OpenPairAsync(buddy);
        await Assertions.Expect(buddy.Lms.Tool.Locator("ol.steps .mark.gone")).ToHaveCountAsync(3);
    }

    /// <summary>From memory first, with the clock that may run beside it; then whether the last plan was kept.</summary>
    private async Task RememberAsync(Seat learner, int number)
    {
        await OpenPairAsync(learner);
        await learner.Keys.GoAsync(OpenTalk, "#recall");
        await learner.Keys.GoAsync("button[data-text='buddies.recall-done']", "#recall-fault");
        await learner.Keys.TypeAsync("#recall", $"What I kept from talk {number - 1}.");
        await learner.Keys.EnterAsync("[data-minutes] button", "[data-minutes] output:not(:empty)");
        await learner.Keys.GoAsync("button[data-text='buddies.recall-done']", "main [role=status]");
        await learner.Keys.GoAsync("button[data-text='buddies.yes-did']", "main [role=status]");
        await Assertions.Expect(learner.Lms.Tool.Locator("[aria-labelledby=before] .state.good")).ToHaveCountAsync(1);
    }

    private async Task ListenAsync(Seat buddy, int number)
    {
        await OpenPairAsync(buddy);
        await buddy.Keys.GoAsync(OpenTalk, "#question");
        await Assertions.Expect(buddy.Lms.Tool.Locator("main")).ToContainTextAsync($"What I kept from talk {number - 1}.");
        await buddy.Keys.TickAsync("input[name=point]");
        await buddy.Keys.TypeAsync("#question", "Who was quiet before you asked?");
        await buddy.Keys.GoAsync("button[data-text='buddies.listened']", "main [role=status]");
    }

    /// <summary>One says that they talked, and the other does.</summary>
    private async Task HoldAsync(Seat learner, Seat buddy)
    {
        await buddy.Keys.TypeAsync("#minutes", "30");
        await buddy.Keys.GoAsync("button[data-text='buddies.already-talked']", "main [role=status]");
        await OpenPairAsync(learner);
        await learner.Keys.GoAsync(OpenTalk, "button[data-text='buddies.we-talked']");
        await learner.Keys.GoAsync("button[data-text='buddies.we-talked']", "#when");
    }

    private static async Task DecideAsync(Seat learner, string promise)
    {
        await learner.Keys.GoAsync("button[data-text='buddies.plan-keep']", "#when-fault");
        await learner.Keys.TypeAsync("#when", "the call is about to end");
        await learner.Keys.TypeAsync("#will", promise);
        await learner.Keys.GoAsync("button[data-text='buddies.plan-keep']", "main [role=status]");
        await Assertions.Expect(learner.Lms.Tool.Locator("dl.plan").Last).ToContainTextAsync(promise);
    }

    /// <summary>The first, which <see cref="KeyboardTests"/> walk.</summary>
    private async Task HoldFirstAsync(Seat learner, Seat buddy)
    {
        await OpenPairAsync(buddy);
        await buddy.Keys.GoAsync(OpenTalk, "#minutes");
        await HoldAsync(learner, buddy);
        await DecideAsync(learner, "say the decision");
    }

    private async Task OpenPairAsync(Seat seat)
    {
        await seat.Lms.Page.BringToFrontAsync();
        await stage.JourneyOf(seat.Lms).OpenAsync(seat.Sub);
        await seat.Lms.ShownAsync();
        await seat.Keys.GoAsync(".places a[href$='/buddies']", "ol.steps");
    }

    private async Task<Seat> AtAsync(Chromium chromium, string sub)
    {
        var lms = new Lms(stage.Whole, await chromium.OpenAsync());
        return new Seat(lms, new Keys(lms), sub);
    }

    /// <summary>One of the two, at a screen of their own.</summary>
    private sealed record Seat(Lms Lms, Keys Keys, string Sub);
}
