using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LearningBuddy.DemoLms.Registration;

namespace LearningBuddy.DemoLms.DeepLinking;

/// <summary>What Moodle does to content items before it shows them to the teacher.</summary>
internal static partial class MoodleItems
{
    /// <summary>What PHP says of a custom parameter whose value is an object.</summary>
    public const string ObjectAsText = "Exception - Object of class stdClass could not be converted to string";

    /// <summary>Whether a custom parameter has an object for a value, at which Moodle fails; an array is only misunderstood.</summary>
    public static bool HasObjectAsText(IEnumerable<JsonObject> items) =>
        items.Any(item => item["custom"] is JsonObject custom && custom.Any(parameter => parameter.Value is JsonObject));

    /// <summary>The item with a title that has lost its tags and says its entities in plain letters.</summary>
    public static JsonObject WithPlainTitle(JsonObject item)
    {
        if (ToolRequest.TextOf(item["title"]) is not { } title)
            return item;
        var plain = item.DeepClone().AsObject();
        plain["title"] = WebUtility.HtmlDecode(Tag().Replace(title, ""));
        return plain;
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}
