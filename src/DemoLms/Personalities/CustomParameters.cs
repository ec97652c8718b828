using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Oidc;

namespace LearningBuddy.DemoLms.Personalities;

/// <summary>Custom parameters with their variables resolved (LTI Core 1.3, appendix B).</summary>
internal static class CustomParameters
{
    /// <summary>An unknown variable stays as it was written, dollar sign included.</summary>
    public static string? Resolve(string value, LaunchContext context) =>
        value.StartsWith('$') ? context.Launch.School.Platform.Personality.Substitute(value[1..], context) ?? value : value;

    /// <summary>Reads what a tool sent as <c>custom</c>: text, or the nearest thing PHP would make of it.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(JsonNode? custom) => custom is not JsonObject parameters
        ? []
        : [.. parameters.Select(p => KeyValuePair.Create(p.Key, ToText(p.Value)))];

    private static string ToText(JsonNode? value) => value?.GetValueKind() switch
    {
        null or System.Text.Json.JsonValueKind.Null or System.Text.Json.JsonValueKind.False => "",
        System.Text.Json.JsonValueKind.True => "1",
        System.Text.Json.JsonValueKind.Array => "Array",
        System.Text.Json.JsonValueKind.String => value.GetValue<string>(),
        _ => value.ToJsonString(),
    };
}
