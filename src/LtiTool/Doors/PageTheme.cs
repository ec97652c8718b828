using LearningBuddy.Shared.People;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>Whether a page is light or dark: <c>data-theme</c> of its first element.</summary>
internal static class PageTheme
{
    /// <summary>The theme, or null where the device decides: inside a frame an LMS is around it, and those are light.</summary>
    public static string? Of(CurrentSession me, HttpRequest request) => me.IsOpen ? Of(me.Look, request.Headers["Sec-Fetch-Dest"]) : null;

    private static string? Of(Look look, string? destination) => look switch
    {
        Look.Light => "light",
        Look.Dark => "dark",
        _ => destination is "iframe" or "frame" ? "light" : null,
    };
}
