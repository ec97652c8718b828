using LearningBuddy.LtiTool.Texts;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// A word about what was just done, carried to the next page in its address as the id of a text: the frame has no cookie to carry it in.
/// Only texts that are meant for this are shown, such as <c>evidence.done-sent</c>.
/// </summary>
public static class FlashMessage
{
    /// <summary>Name of the query parameter.</summary>
    public const string Parameter = "done";

    /// <summary>The id of the text to show on this page, or null.</summary>
    public static string? Of(HttpRequest request) =>
        request.Query[Parameter].ToString() is { Length: > 0 } id && id.Contains(".done-", StringComparison.Ordinal)
            && TextCatalog.Of(TextCatalog.Fallback).Find(id) is not null
            ? id
            : null;
}
