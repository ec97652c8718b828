using System.Text.Json;

namespace LearningBuddy.XApi.Profile;

/// <summary>Reads a template from its JSON-LD.</summary>
internal static class TemplateReader
{
    public static StatementTemplate Read(JsonElement json) => new(
        json.GetProperty("id").GetString()!,
        Text(json, "verb"),
        Text(json, "objectActivityType"),
        new Dictionary<string, IReadOnlyList<string>>
        {
            ["parent"] = Texts(json, "contextParentActivityType"),
            ["grouping"] = Texts(json, "contextGroupingActivityType"),
            ["category"] = Texts(json, "contextCategoryActivityType"),
            ["other"] = Texts(json, "contextOtherActivityType"),
        },
        Texts(json, "attachmentUsageType"),
        Texts(json, "contextStatementRefTemplate"),
        json.TryGetProperty("rules", out var rules) ? [.. rules.EnumerateArray().Select(Rule)] : []);

    private static TemplateRule Rule(JsonElement json) => new(
        json.GetProperty("location").GetString()!, Text(json, "presence"), Values(json, "any"), Values(json, "all"), Values(json, "none"));

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IReadOnlyList<string> Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : [];

    private static IReadOnlyList<JsonElement>? Values(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(item => item.Clone())] : null;
}
