using LearningBuddy.Tests.Browser.Engines;
using Microsoft.Playwright;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>A learner's page for writing evidence, in the school's frame.</summary>
internal sealed class DraftPage(Lms lms)
{
    public Lms Lms => lms;

    public IPage Page => lms.Page;

    public ILocator Situation => lms.Tool.Locator("#Situation");

    public ILocator Status => lms.Tool.Locator("[data-status]");

    public ILocator Conflict => lms.Tool.Locator("[data-conflict]");

    public ILocator FileFaults => lms.Tool.Locator("[data-file-faults]");

    /// <value>The piece of evidence that is written.</value>
    public string EvidenceId => new Uri(lms.ToolFrame.Url).Query.Split('&').First(part => part.Contains("id=", StringComparison.Ordinal)).Split('=')[1];

    /// <summary>Starts the journey and opens a new piece.</summary>
    public static async Task<DraftPage> BeginAsync(Lms lms, Journey journey, string learner = Journey.Learner)
    {
        await journey.OpenAsync(learner);
        await lms.Tool.Locator("form[action*='start'] button").ClickAsync();
        await lms.Tool.Locator("form[action*='/evidence/new'] button").First.ClickAsync();
        return await OpenedAsync(lms);
    }

    /// <summary>Comes from the course again and goes on with the draft.</summary>
    public static async Task<DraftPage> GoOnAsync(Lms lms, Journey journey, string learner = Journey.Learner)
    {
        await journey.OpenAsync(learner);
        await lms.Tool.Locator(".places a[href$='/evidence']").ClickAsync();
        // The first page leads to the draft too: pressed there while the other page comes, a link leads nowhere.
        await lms.Tool.Locator(".places a[href$='/evidence'][aria-current]").WaitForAsync();
        await lms.Tool.Locator("a[href*='/evidence/write']").ClickAsync();
        return await OpenedAsync(lms);
    }

    /// <summary>Loads the page in the frame again.</summary>
    public async Task ReloadAsync()
    {
        await Situation.EvaluateAsync("field => { field.dataset.before = 'yes' }");
        await lms.ToolFrame.EvaluateAsync("location.reload()");
        await lms.Tool.Locator("#Situation:not([data-before])").WaitForAsync();
    }

    /// <summary>Types at the end of the situation, key by key.</summary>
    public async Task TypeAsync(string words, float millisecondsBetweenKeys = 0)
    {
        await Situation.FocusAsync();
        await Situation.PressAsync("Control+End");
        await Situation.PressSequentiallyAsync(words, new() { Delay = millisecondsBetweenKeys });
    }

    /// <summary>What the browser asks of the server to save the draft goes through this from now on.</summary>
    public Task RouteSavesAsync(Func<IRoute, Task> handle) => Page.RouteAsync(IsSave, handle);

    public Task LetSavesPassAsync() => Page.UnrouteAsync(IsSave);

    public ILocator Button(string handler) => lms.Tool.Locator($"button[formaction*='handler={handler}']");

    private static bool IsSave(string address) => address.Contains("handler=Draft", StringComparison.Ordinal);

    private static async Task<DraftPage> OpenedAsync(Lms lms)
    {
        var page = new DraftPage(lms);
        await page.Situation.WaitForAsync();
        return page;
    }
}
