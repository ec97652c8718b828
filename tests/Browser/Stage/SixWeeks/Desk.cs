using LearningBuddy.DemoLms.World;
using Microsoft.Playwright;

namespace LearningBuddy.Tests.Browser.Stage.SixWeeks;

/// <summary>Somebody's screen: they open the course, press, and wait for the page that comes.</summary>
/// <param name="look">The tool in the LMS's frame.</param>
/// <param name="cohort">The course.</param>
internal sealed class Desk(FramedLook look, Cohort cohort)
{
    public Lms Lms => look.Lms;

    public IFrameLocator Tool => look.Tool;

    public IReadOnlyList<string> Findings => look.Findings;

    public ILocator Find(string what, FrameLocatorLocatorOptions? options = null) => Tool.Locator(what, options);

    /// <summary>Opens the activity as somebody.</summary>
    public async Task OpenAsync(Person person)
    {
        await Lms.OpenAsync(cohort.School, person.Sub, cohort.Course, cohort.Activity);
        await Lms.ShownAsync();
    }

    /// <summary>Opens the activity as somebody and goes to one of the places in the head.</summary>
    public async Task OpenAsync(Person person, string place)
    {
        await OpenAsync(person);
        await PressAsync($".places a[href$='/{place}']");
    }

    /// <summary>Presses something that leads to another page; the first that fits.</summary>
    public async Task PressAsync(string what)
    {
        // The page that is left has the same parts as the one that comes.
        await Lms.ToolFrame.EvaluateAsync("() => { window.isLeft = true }");
        await Find(what).First.ClickAsync();
        await Lms.ToolFrame.WaitForFunctionAsync("() => !window.isLeft");
        await Lms.ShownAsync();
    }

    /// <summary>Presses what may not be there for long: where it is by now doesn't count, only that it was there.</summary>
    /// <returns>Does it.</returns>
    public async Task<Func<Task>> AimAsync(string what)
    {
        var button = await Find(what).First.ElementHandleAsync();
        await Lms.ToolFrame.EvaluateAsync("() => { window.isLeft = true }");
        return async () =>
        {
            await button.EvaluateAsync("button => button.click()");
            await Lms.ToolFrame.WaitForFunctionAsync("() => !window.isLeft");
            await Lms.ShownAsync();
        };
    }

    /// <summary>Goes to the preferences.</summary>
    public async Task PreferAsync()
    {
        await Find(".me > summary").ClickAsync();
        await PressAsync("a[data-text='shared.preferences']");
    }

    /// <summary>Loads the page again.</summary>
    public async Task ReloadAsync()
    {
        await Lms.ToolFrame.EvaluateAsync("() => { window.isLeft = true; location.reload() }");
        await Lms.ToolFrame.WaitForFunctionAsync("() => !window.isLeft");
        await Lms.ShownAsync();
    }

    /// <summary>A picture, what axe says, and whether it fits.</summary>
    public Task LookAsync(string state) => look.AtAsync(state);
}
