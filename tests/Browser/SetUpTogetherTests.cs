using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>Two who set up one journey at the same time are told of each other, and nobody's words are lost.</summary>
public sealed class SetUpTogetherTests(WholeStage stage) : IClassFixture<WholeStage>
{
    [Theory]
    [InlineData("form", "Words of the second.")]
    [InlineData("other", "Words of the first.")]
    public async Task Whoever_types_second_sees_both_versions_and_chooses(string choice, string expected)
    {
        await using var one = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        await using var other = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var first = new Lms(stage, await one.OpenAsync());
        await new Journey(first, stage.Moodle, stage.Moodle.FindCourse("2")!).AddToCourseAsync();
        var second = new Lms(stage, await other.OpenAsync(360));
        await OpenSetUpAsync(first);
        await OpenSetUpAsync(second);

        await first.Tool.Locator("#Summary").FillAsync("Words of the first.");
        await Assertions.Expect(first.Tool.Locator("[data-status]")).ToHaveTextAsync("Saved");
        await second.Tool.Locator("#Summary").FillAsync("Words of the second.");

        var conflict = second.Tool.Locator("[data-conflict]");
        await Assertions.Expect(conflict).ToContainTextAsync("Words of the first.");
        await Assertions.Expect(second.Tool.Locator("#Summary")).ToHaveValueAsync("Words of the second.");
        await Screenshots.TakeAsync(second.Page, "setup-two-versions-360");
        await conflict.Locator($"[data-choose={choice}]").ClickAsync();
        await Assertions.Expect(second.Tool.Locator("#Summary")).ToHaveValueAsync(expected);
        await Assertions.Expect(conflict).ToBeHiddenAsync();

        // What was chosen is what the next one finds.
        var later = new Lms(stage, await one.OpenAsync());
        await Assertions.Expect(second.Tool.Locator("[data-status]")).ToHaveTextAsync(choice == "form" ? "Saved" : "");
        await OpenSetUpAsync(later);
        await Assertions.Expect(later.Tool.Locator("#Summary")).ToHaveValueAsync(expected);
    }

    private async Task OpenSetUpAsync(Lms lms)
    {
        await new Journey(lms, stage.Moodle, stage.Moodle.FindCourse("2")!).OpenAsync(Journey.Teacher);
        await lms.Tool.Locator(".places a[href*='/setup']").ClickAsync();
        await lms.Tool.Locator("button[data-text='setup.change']").ClickAsync();
        await lms.Tool.Locator("#Summary").WaitForAsync();
    }
}
