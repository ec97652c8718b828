using Microsoft.Playwright;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>For eyes: what is shown in four looks, narrow and wide, light and dark. The language is whoever's it is that looks.</summary>
internal static class Looks
{
    private static readonly int[] Widths = [380, 1100];

    /// <summary>The page in the LMS's frame, which is as high as the page.</summary>
    public static async Task TakeAsync(Lms lms, string name)
    {
        await EachAsync(lms.Page, async (width, theme) =>
        {
            var before = await lms.ToolFrame.EvaluateAsync<string?>(DressIn, theme);
            await lms.StretchAsync();
            await Screenshots.TakeAsync(lms.Page, $"{name}-{width}-{theme}");
            await lms.ToolFrame.EvaluateAsync(DressIn, before);
        });
        await lms.StretchAsync();
    }

    /// <summary>A page of its own.</summary>
    public static Task TakeAsync(IPage page, string name) => EachAsync(page, async (width, theme) =>
    {
        var before = await page.EvaluateAsync<string?>(DressIn, theme);
        await Screenshots.TakeAsync(page, $"{name}-{width}-{theme}");
        await page.EvaluateAsync(DressIn, before);
    });

    /// <summary>A mail has only the look of the system that it is read on.</summary>
    public static Task TakeMailAsync(IPage page, string name) => EachAsync(page, async (width, theme) =>
    {
        await page.EmulateMediaAsync(new() { ColorScheme = Enum.Parse<ColorScheme>(theme, ignoreCase: true) });
        await Screenshots.TakeAsync(page, $"{name}-{width}-{theme}");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    });

    private const string DressIn = """
        theme => {
          const before = document.documentElement.dataset.theme ?? null;
          if (theme) document.documentElement.dataset.theme = theme;
          else delete document.documentElement.dataset.theme;
          return before;
        }
        """;

    private static async Task EachAsync(IPage page, Func<int, string, Task> takeAsync)
    {
        await page.BringToFrontAsync();

        // Colours that are still on their way to others would be in the picture.
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var size = page.ViewportSize!;
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, size.Height);
            foreach (var theme in new[] { "light", "dark" })
            {
                await takeAsync(width, theme);
            }
        }

        await page.SetViewportSizeAsync(size.Width, size.Height);
    }
}
