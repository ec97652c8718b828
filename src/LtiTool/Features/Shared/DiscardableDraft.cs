namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>A draft that can be discarded, for <c>_Discard.cshtml</c>.</summary>
/// <param name="Page">The page whose handler <c>Discard</c> does it.</param>
/// <param name="Id">What it is a draft of.</param>
/// <param name="Key">Under which this device keeps copies of it, as in <c>data-key</c>.</param>
public sealed record DiscardableDraft(string Page, Guid Id, string Key)
{
    /// <summary>Whether there is anything to discard yet; <c>wwwroot/js/drafts.js</c> shows the button with the first word.</summary>
    public bool IsBegun { get; init; } = true;
}
