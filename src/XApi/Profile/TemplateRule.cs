using System.Text.Json;

namespace LearningBuddy.XApi.Profile;

/// <summary>One rule of a template (Profiles 1.0, 8.1).</summary>
/// <param name="Location">JSONPath.</param>
/// <param name="Presence"><c>included</c>, <c>excluded</c>, <c>recommended</c>, or null.</param>
/// <param name="Any">At least one value at the location is among these.</param>
/// <param name="All">Every value at the location is among these.</param>
/// <param name="None">No value at the location is among these.</param>
internal sealed record TemplateRule(
    string Location, string? Presence, IReadOnlyList<JsonElement>? Any, IReadOnlyList<JsonElement>? All, IReadOnlyList<JsonElement>? None)
{
    /// <summary>Whether the statement keeps it. “recommended” asks only when something is there.</summary>
    public bool IsKept(JsonElement statement)
    {
        var values = JsonPaths.Select(statement, Location);
        return Presence switch
        {
            "excluded" => values.Count == 0,
            "recommended" => values.Count == 0 || Fits(values),
            "included" => values.Count > 0 && Fits(values),
            _ => Fits(values),
        };
    }

    private bool Fits(IReadOnlyList<JsonElement> values) =>
        (Any is null || values.Any(value => IsAmong(value, Any)))
        && (All is null || values.All(value => IsAmong(value, All)))
        && (None is null || !values.Any(value => IsAmong(value, None)));

    private static bool IsAmong(JsonElement value, IReadOnlyList<JsonElement> list) =>
        list.Any(item => JsonElement.DeepEquals(item, value));
}
