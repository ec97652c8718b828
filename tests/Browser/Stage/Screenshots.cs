using Microsoft.Playwright;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>Pictures of pages for people to look at, in the folder that the environment variable SCREENSHOTS names; none without it.</summary>
internal static class Screenshots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("SCREENSHOTS");

    public static async Task TakeAsync(IPage page, string name)
    {
        if (FileFor(name) is { } file)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = true });
    }

    public static async Task TakeAsync(ILocator part, string name)
    {
        if (FileFor(name) is { } file)
            await part.ScreenshotAsync(new LocatorScreenshotOptions { Path = file });
    }

    public static async Task TakeAsync(Engines.WebKit webKit, string name)
    {
        if (FileFor(name) is { } file)
            await File.WriteAllBytesAsync(file, await webKit.ScreenshotAsync());
    }

    /// <summary>Keeps what the tool logged beside the pictures.</summary>
    public static void KeepLog(string log, string name)
    {
        if (FileFor(name) is { } file)
            File.WriteAllText(Path.ChangeExtension(file, ".log"), log);
    }

    private static string? FileFor(string name)
    {
        if (string.IsNullOrEmpty(Folder))
            return null;
        Directory.CreateDirectory(Folder);
        return Path.Combine(Folder, $"{name}.png");
    }
}
