using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>A review that is being written is kept as evidence is, and two tabs never overwrite each other unseen.</summary>
public sealed class ReviewDraftTests(PlayedStage stage) : IClassFixture<PlayedStage>
{
    [Theory]
    [InlineData("form")]
    [InlineData("other")]
    public async Task Two_tabs_with_one_review_show_both_versions_and_the_reviewer_chooses(string choice)
    {
        // The cases share one review: each writes words that the other has not left there.
        var (earlier, later) = ($"From the first tab, {choice}.", $"From the second tab, {choice}.");
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Allowed);
        var first = await ReviewingAsync(chromium, width: 1280);
        var second = await ReviewingAsync(chromium, width: 360);
        await TypeAsync(first, earlier);
        await Assertions.Expect(first.Tool.Locator("[data-status]")).ToHaveTextAsync("Saved");

        await TypeAsync(second, later);
        var conflict = second.Tool.Locator("[data-conflict]");
        await Assertions.Expect(conflict).ToContainTextAsync(earlier);
        await Screenshots.TakeAsync(second.Page, "review-two-versions-360");
        Findings.None(await Axe.FindingsAsync(second.Page));

        await conflict.Locator($"[data-choose={choice}]").ClickAsync();
        var expected = choice == "form" ? later : earlier;
        await Assertions.Expect(Worked(second)).ToHaveValueAsync(expected);
        await Assertions.Expect(second.Tool.Locator("[data-status]")).ToHaveTextAsync("Saved");
        await Assertions.Expect(Worked(await ReviewingAsync(chromium, width: 1280))).ToHaveValueAsync(expected);
    }

    private async Task<Lms> ReviewingAsync(Chromium chromium, int width)
    {
        var lms = new Lms(stage.Whole, await chromium.OpenAsync(width));
        await stage.JourneyOf(lms).OpenAsync(Journey.Teacher);
        await lms.Tool.Locator("a[data-text='shared.review']").First.ClickAsync();
        await Worked(lms).WaitForAsync();
        return lms;
    }

    private static ILocator Worked(Lms lms) => lms.Tool.Locator("#Worked");

    /// <summary>Writes until the server has been asked to keep just that: "Saved" may stand there from half of the words.</summary>
    private static async Task TypeAsync(Lms lms, string words)
    {
        await lms.Page.RunAndWaitForResponseAsync(
            () => Worked(lms).FillAsync(words),
            answer => answer.Url.Contains("handler=Draft", StringComparison.Ordinal)
                && answer.Request.PostData?.Contains(words, StringComparison.Ordinal) == true);
    }
}
