namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// A word about what was just done, carried to the next page in its address: the frame has no cookie to
/// carry it in. Only known words are shown.
/// </summary>
public static class FlashMessage
{
    /// <summary>Name of the query parameter.</summary>
    public const string Parameter = "done";

    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["started"] = "shared.done-started",
        ["invited"] = "shared.done-invited",
        ["withdrawn"] = "shared.done-withdrawn",
        ["accepted"] = "shared.done-accepted",
        ["declined"] = "shared.done-declined",
        ["left"] = "shared.done-left",
        ["sent"] = "shared.done-sent",
        ["kept"] = "shared.done-kept",
        ["attested"] = "shared.done-attested",
        ["confirmed"] = "shared.done-confirmed",
        ["returned"] = "shared.done-returned",
        ["snoozed"] = "shared.done-snoozed",
        ["dismissed"] = "shared.done-dismissed",
        ["setup"] = "shared.done-setup",
        ["again"] = "shared.done-again",
        ["keep"] = "shared.done-keep",
        ["asked"] = "shared.done-asked",
        ["answered"] = "shared.done-answered",
        ["helped"] = "shared.done-helped",
        ["filed"] = "shared.done-filed",
        ["unfiled"] = "shared.done-unfiled",
    };

    /// <summary>The id of the text to show on this page, or null.</summary>
    public static string? Of(HttpRequest request) => Texts.GetValueOrDefault(request.Query[Parameter].ToString());
}
