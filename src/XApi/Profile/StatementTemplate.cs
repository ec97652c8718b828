using System.Text.Json;

namespace LearningBuddy.XApi.Profile;

/// <summary>A statement template of a profile (Profiles 1.0, 8): for which statements it speaks, and what it asks of them.</summary>
/// <param name="Id">IRI.</param>
/// <param name="Verb">Determining property, or null.</param>
/// <param name="ObjectActivityType">Determining property, or null.</param>
/// <param name="ContextTypes">Determining properties: types that must be among the parent, grouping, category and other activities.</param>
/// <param name="AttachmentUsageTypes">Determining property.</param>
/// <param name="ContextStatementRefTemplates">
/// Templates of which the referenced statement must follow one, where it can be looked at.
/// </param>
/// <param name="Rules">What it asks.</param>
internal sealed record StatementTemplate(
    string Id,
    string? Verb,
    string? ObjectActivityType,
    IReadOnlyDictionary<string, IReadOnlyList<string>> ContextTypes,
    IReadOnlyList<string> AttachmentUsageTypes,
    IReadOnlyList<string> ContextStatementRefTemplates,
    IReadOnlyList<TemplateRule> Rules)
{
    /// <value>A template without determining properties speaks for every statement.</value>
    public bool IsGeneral =>
        Verb is null && ObjectActivityType is null && AttachmentUsageTypes.Count == 0 && ContextTypes.Values.All(types => types.Count == 0);

    /// <summary>Whether all determining properties are there; more may be.</summary>
    public bool SpeaksFor(JsonElement statement) =>
        (Verb is null || JsonPaths.Select(statement, "$.verb.id").Any(id => id.ValueEquals(Verb)))
        && (ObjectActivityType is null
            || JsonPaths.Select(statement, "$.object.definition.type").Any(type => type.ValueEquals(ObjectActivityType)))
        && ContextTypes.All(group => Covers(statement, $"$.context.contextActivities.{group.Key}[*].definition.type", group.Value))
        && Covers(statement, "$.attachments[*].usageType", AttachmentUsageTypes);

    private static bool Covers(JsonElement statement, string location, IReadOnlyList<string> wanted)
    {
        if (wanted.Count == 0)
        {
            return true;
        }

        var there = JsonPaths.Select(statement, location).Select(value => value.GetString()).ToHashSet();
        return wanted.All(there.Contains);
    }
}
