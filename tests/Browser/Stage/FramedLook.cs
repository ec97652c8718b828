using LearningBuddy.Tests.Browser.Engines;
using Microsoft.Playwright;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>Somebody in the LMS's frame: presses, waits for what comes, takes a picture, and looks with axe.</summary>
/// <param name="lms">The LMS's page.</param>
/// <param name="who">What names of pictures begin with.</param>
internal sealed class FramedLook(Lms lms, string who)
{
    /// <summary>A short word that is broken in its middle, such as somebody's name: the first, or null.</summary>
    private const string BrokenWord = """
        () => {
          for (const name of document.querySelectorAll('bdi')) {
            const text = name.firstChild;
            if (text?.nodeType !== Node.TEXT_NODE || !name.checkVisibility()) continue;
            for (const word of text.data.matchAll(/\S+/g)) {
              const range = document.createRange();
              range.setStart(text, word.index);
              range.setEnd(text, word.index + word[0].length);
              if (word[0].length <= 14 && new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) return word[0];
            }
          }
          return null;
        }
        """;

    public Lms Lms => lms;

    public IFrameLocator Tool => lms.Tool;

    /// <summary>For eyes alone: pictures in every look, and no other checks.</summary>
    public bool IsForEyes { get; init; }

    public List<string> Findings { get; } = [];

    /// <summary>Names of the pages that were looked at with axe.</summary>
    public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

    /// <summary>Presses something that leads to another page.</summary>
    /// <param name="what">What is pressed; the first that fits.</param>
    /// <param name="until">What the page that comes shows.</param>
    /// <param name="state">What it is called in pictures and findings.</param>
    public async Task PressAsync(string what, string until, string state)
    {
        // The page that is left may have the same parts as the one that comes.
        await lms.ToolFrame.EvaluateAsync("() => { window.isLeft = true }");
        await Tool.Locator(what).First.ClickAsync();
        await lms.ToolFrame.WaitForFunctionAsync("() => !window.isLeft");
        await Tool.Locator(until).First.WaitForAsync();
        await AtAsync(state);
    }

    public async Task ReloadAsync(string until)
    {
        await lms.ToolFrame.EvaluateAsync("() => { window.isLeft = true; location.reload() }");
        await lms.ToolFrame.WaitForFunctionAsync("() => !window.isLeft");
        await Tool.Locator(until).WaitForAsync();
    }

    public async Task AtAsync(string state)
    {
        if (IsForEyes)
        {
            await Looks.TakeAsync(lms, $"{who}-{state}");
            return;
        }

        await lms.Page.BringToFrontAsync();
        await lms.StretchAsync();
        await Screenshots.TakeAsync(lms.Page, $"{who}-{state}");
        Seen.Add(Walk.NameOf(lms.ToolFrame.Url));
        Findings.AddRange((await Axe.FindingsAsync(lms.Page)).Select(finding => $"{who} {state}: {finding}"));
        if (await lms.ToolFrame.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"))
        {
            Findings.Add($"{who} {state} is too wide");
        }

        Findings.AddRange(await TextSpacing.FindingsAsync(lms.ToolFrame, $"{who} {state}"));
        if (await lms.ToolFrame.EvaluateAsync<string?>(BrokenWord) is { } word)
        {
            Findings.Add($"{who} {state} breaks the word {word}");
        }
    }
}
