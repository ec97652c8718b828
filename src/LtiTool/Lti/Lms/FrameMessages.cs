namespace LearningBuddy.LtiTool.Lti;

/// <summary>What a page in a frame may tell the LMS's page around it, by <c>postMessage</c>. No page waits for an answer.</summary>
/// <param name="Resize">Subject of "this is how tall I am", with <c>height</c> in CSS pixels.</param>
public sealed record FrameMessages(string Resize)
{
    /// <summary>Subject of "show my top": for a page that was gone to from the end of a long one. Null where nothing hears it.</summary>
    public string? ScrollToTop { get; init; }

    /// <summary>What each message has to carry so that the LMS knows whose it is, or null.</summary>
    public string? Token { get; init; }
}
