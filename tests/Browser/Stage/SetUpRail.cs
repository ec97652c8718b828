using Microsoft.Playwright;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>The sections of a set-up: a list beside the form, or one line above it that unfolds where there is no room for a list.</summary>
internal static class SetUpRail
{
    private const string Beside = ".to-side > .rail";
    private const string Folded = ".rail-folded";

    /// <summary>Goes to a section as somebody with a pointer does.</summary>
    /// <param name="lms">In the LMS's frame.</param>
    /// <param name="part">The id of what the section is called.</param>
    public static async Task GoAsync(Lms lms, string part)
    {
        await lms.Tool.Locator(Beside).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var isFolded = await lms.Tool.Locator(Folded).IsVisibleAsync();
        if (isFolded)
        {
            await lms.Tool.Locator($"{Folded} > summary").ClickAsync();
        }

        await lms.Tool.Locator($"{(isFolded ? Folded : Beside)} a[data-text='{part}']").ClickAsync();
        await ThereAsync(lms, part);
    }

    /// <summary>The same by script: a click of a pointer would bring the link into view first, and scroll the page around it.</summary>
    public static async Task GoByScriptAsync(Lms lms, string part)
    {
        await lms.Tool.Locator($"{Beside} a[data-text='{part}']").EvaluateAsync("link => link.click()");
        await ThereAsync(lms, part);
    }

    /// <summary>The ids of what the sections are called.</summary>
    public static async Task<string[]> PartsAsync(Lms lms)
    {
        await lms.Tool.Locator(Beside).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return await lms.Tool.Locator($"{Beside} a").EvaluateAllAsync<string[]>("links => links.map(link => link.dataset.text)");
    }

    private static Task ThereAsync(Lms lms, string part) => lms.Tool.Locator($"{Beside} a[data-text='{part}'][aria-current]")
        .WaitForAsync(new() { State = WaitForSelectorState.Attached });
}
