using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>The learner's way with the keyboard alone: no click, no script of ours moves the focus.</summary>
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
