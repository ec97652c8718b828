using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>
/// Somebody with a keyboard and no pointer. What they stop at has to show the focus, and a page that they go to has to begin at its title.
/// </summary>
internal sealed class Keys
{
    /// <summary>Whether an element has the focus, and a mark of it that can be seen: its own outline, or that of what stands for it.</summary>
    public const string IsMarked = """
        const isMarked = one => {
          const seen = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
          return [one, one.closest('label'), one.nextElementSibling, one.parentElement].filter(Boolean)
            .some(mark => seen(getComputedStyle(mark)));
        };
        """;

    private const int MostStops = 160;

    private const string At = "selector => { " + IsMarked + """
          const one = document.activeElement;
          if (!document.hasFocus() || !one?.matches(selector)) return 'elsewhere';
          return isMarked(one) ? 'marked' : 'unmarked';
        }
        """;

    private const string Here = "document.activeElement?.outerHTML.slice(0, 120) ?? 'nothing'";

    private readonly IPage page;
    private readonly Func<IFrame> frame;

    /// <summary>In the LMS's frame.</summary>
    public Keys(Lms lms)
    {
        page = lms.Page;
        frame = () => lms.ToolFrame;
    }

    /// <summary>On a page of its own.</summary>
    public Keys(IPage page)
    {
        this.page = page;
        frame = () => page.MainFrame;
    }

    /// <summary>Stops at something and presses Enter; what is waited for may come on the same page.</summary>
    public async Task EnterAsync(string what, string thenThereIs, bool isBefore = false)
    {
        await StopAtAsync(what, isBefore);
        await page.Keyboard.PressAsync("Enter");
        await ThereIsAsync(thenThereIs);
    }

    /// <summary>Stops at something that leads to another page, which begins at its title.</summary>
    public async Task GoAsync(string what, string until)
    {
        await StopAtAsync(what);
        await frame().EvaluateAsync("() => { window.isLeft = true }");
        await page.Keyboard.PressAsync("Enter");
        await frame().WaitForFunctionAsync("() => !window.isLeft && document.readyState === 'complete'");
        await ThereIsAsync(until);
        var begins = await frame().EvaluateAsync<bool>("() => document.activeElement?.matches('main h1') || location.hash.length > 1");
        Assert.True(begins, $"{what} led to {frame().Url}, which begins at {await frame().EvaluateAsync<string>(Here)}");
    }

    /// <summary>Opens what is folded, with the key after which this method is called.</summary>
    public async Task UnfoldAsync(string summary, string key = "Enter")
    {
        await StopAtAsync(summary);
        await page.Keyboard.PressAsync(key);
        Assert.True(await frame().EvaluateAsync<bool>("document.activeElement.parentElement.open"), $"{summary} is still folded");
    }

    /// <summary>Writes into a field, over what it holds.</summary>
    public async Task TypeAsync(string field, string words)
    {
        await StopAtAsync(field);
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(words);
    }

    /// <summary>Takes one of several that exclude each other: Tab leads to the group, an arrow to the next of it.</summary>
    /// <param name="group">All of them.</param>
    /// <param name="wanted">The one.</param>
    public async Task ChooseAsync(string group, string wanted)
    {
        await StopAtAsync(group);
        await page.Keyboard.PressAsync("Space");
        for (var step = 0; step < MostStops && await AtAsync(wanted) == "elsewhere"; step++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Equal("marked", await AtAsync(wanted));
        Assert.True(await frame().EvaluateAsync<bool>("document.activeElement.checked"), $"{wanted} isn't chosen");
    }

    /// <summary>Ticks a box.</summary>
    public async Task TickAsync(string box)
    {
        await StopAtAsync(box);
        await page.Keyboard.PressAsync("Space");
        Assert.True(await frame().EvaluateAsync<bool>("document.activeElement.checked"), $"{box} isn't ticked");
    }

    /// <summary>Goes down a list that drops to a choice of it.</summary>
    public async Task SelectAsync(string list, string value)
    {
        await StopAtAsync(list);
        for (var step = 0; step < MostStops && await frame().EvaluateAsync<string>("document.activeElement.value") != value; step++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Equal(value, await frame().EvaluateAsync<string>("document.activeElement.value"));
    }

    /// <summary>Presses Tab, or Shift and Tab, until something has the focus.</summary>
    /// <returns>How often.</returns>
    public async Task<int> StopAtAsync(string what, bool isBefore = false)
    {
        var passed = new List<string>();
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync(isBefore ? "Shift+Tab" : "Tab");
            switch (await AtAsync(what))
            {
                case "marked":
                    return stop + 1;
                case "unmarked":
                    Assert.Fail($"{what} has the focus, and nothing shows it");
                    break;
                default:
                    passed.Add(await frame().EvaluateAsync<string>(Here));
                    break;
            }
        }

        Assert.Fail($"Tab never led to {what}, but to:\n{string.Join('\n', passed)}");
        return MostStops;
    }

    private Task<string> AtAsync(string what) => frame().EvaluateAsync<string>(At, what);

    private Task ThereIsAsync(string what) => frame().Locator(what).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
}
