using LearningBuddy.DemoLms.World;
using Microsoft.Playwright;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>What people do on the LMS's pages, and the tool's frame in them.</summary>
internal sealed class Lms(WholeStage stage, IPage page)
{
    public IPage Page => page;

    /// <value>The tool, inside the LMS's page.</value>
    public IFrameLocator Tool => page.FrameLocator("iframe[name=tool]");

    /// <value>The same as a frame, for what a locator can't do.</value>
    public IFrame ToolFrame => page.Frame("tool") ?? throw new InvalidOperationException("The page shows no tool.");

    /// <summary>Opens an activity in the frame as somebody.</summary>
    public Task OpenAsync(School school, string sub, Course course, Activity activity) =>
        page.GotoAsync(AddressOf(school, sub, course, activity));

    /// <summary>Waits until the tool shows one of its pages in the frame.</summary>
    /// <exception cref="TimeoutException">It shows something else; the message says what.</exception>
    public async Task ShownAsync()
    {
        try
        {
            await Tool.Locator("main#page").WaitForAsync();
        }
        catch (TimeoutException exception)
        {
            var frames = page.Frames.Select(f => $"{f.Name} at {f.Url}");
            throw new TimeoutException(
                $"The tool shows no page. Frames: {string.Join(", ", frames)}\n{await ToolFrame.ContentAsync()}\n{stage.Tool.Log[Math.Max(0, stage.Tool.Log.Length - 2000)..]}", exception);
        }
    }

    /// <summary>Gives the frame the height of its page, as an LMS does that listens: for pictures of whole pages.</summary>
    public async Task StretchAsync()
    {
        await GiveFrameAsync(0);
        await GiveFrameAsync(await ToolFrame.EvaluateAsync<int>("document.documentElement.scrollHeight"));
    }

    private async Task GiveFrameAsync(int height) =>
        await page.EvaluateAsync("height => { document.querySelector('iframe[name=tool]').style.height = height + 'px' }", height);

    /// <summary>A person chooses language and look.</summary>
    /// <param name="theme">As the radio button is called: <c>Light</c>, <c>Dark</c> or <c>Auto</c>.</param>
    /// <param name="language">Two letters, or empty for that of the course.</param>
    public async Task PreferAsync(string theme, string language)
    {
        await Tool.Locator("details.me summary").ClickAsync();
        await Tool.Locator("a[data-text='shared.preferences']").ClickAsync();
        await Tool.Locator("#language").SelectOptionAsync(language);
        await Tool.Locator($"input[name=look][value={theme}]").CheckAsync();
        await Tool.Locator("button[data-text='preferences.keep']").ClickAsync();
        await Tool.Locator("[role=status]").WaitForAsync();
        await Tool.Locator(".places nav a").First.ClickAsync();
        await Tool.Locator(".places nav a[aria-current]").WaitForAsync();
    }

    public string AddressOf(School school, string sub, Course course, Activity activity) =>
        $"{stage.Lms.Url}/{school.Slug}/as/{sub}/courses/{course.Id}/activities/{activity.Id}";

    /// <summary>Starts to add an activity: the tool shows its picker in the frame.</summary>
    public Task AddActivityAsync(School school, string sub, Course course) =>
        page.GotoAsync($"{stage.Lms.Url}/{school.Slug}/as/{sub}/courses/{course.Id}/add");

    /// <summary>Saves what was picked; the LMS shows its course again.</summary>
    public Task SaveActivityAsync() => Tool.GetByRole(AriaRole.Button, new() { Name = "Save and return to course" }).ClickAsync();

    public Task OpenGradesAsync(School school, string sub, Course course) =>
        page.GotoAsync($"{stage.Lms.Url}/{school.Slug}/as/{sub}/courses/{course.Id}/grades");
}
