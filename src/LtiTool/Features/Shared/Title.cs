using Microsoft.AspNetCore.Html;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>The head of a page: what to do next or what is new, and where that is.</summary>
/// <param name="Heading">What the page says first.</param>
public sealed record Title(IHtmlContent Heading)
{
    /// <summary>The text's id, by which tests find it, or null where the words are people's.</summary>
    public string? Id { get; init; }

    /// <summary>A few small words above: where this is.</summary>
    public IHtmlContent? Kicker { get; init; }

    /// <summary>A sentence below.</summary>
    public IHtmlContent? Lead { get; init; }
}
