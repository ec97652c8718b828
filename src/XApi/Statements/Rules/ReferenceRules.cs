using System.Text.Json;

namespace LearningBuddy.XApi.Statements.Rules;

/// <summary>Verbs, references to statements, attachments.</summary>
internal static class ReferenceRules
{
    public static StatementProblem? Verb(JsonElement verb) => WithRequired(verb, ["id"], static property => property.Name switch
    {
        "id" => ValueRules.Iri(property.Value),
        "display" => ValueRules.LanguageMap(property.Value),
        _ => Problems.UnknownKey,
    });

    public static StatementProblem? StatementRef(JsonElement reference) => WithRequired(
        reference, ["objectType", "id"], static property => property.Name switch
        {
            "objectType" => property.Value.ValueKind == JsonValueKind.String && property.Value.ValueEquals("StatementRef")
                ? null
                : Problems.WrongObjectType,
            "id" => ValueRules.Uuid(property.Value),
            _ => Problems.UnknownKey,
        });

    public static StatementProblem? Attachment(JsonElement attachment) => WithRequired(
        attachment, ["usageType", "display", "contentType", "length", "sha2"], static property => property.Name switch
        {
            "usageType" or "fileUrl" => ValueRules.Iri(property.Value),
            "display" or "description" => ValueRules.LanguageMap(property.Value),
            "contentType" => ValueRules.MediaType(property.Value),
            "length" => property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetInt64(out var bytes) && bytes >= 0
                ? null
                : Problems.NotANumber,
            "sha2" => ValueRules.Sha2(property.Value),
            _ => Problems.UnknownKey,
        });

    private static StatementProblem? WithRequired(
        JsonElement thing, ReadOnlySpan<string> required, Func<JsonProperty, StatementProblem?> rule)
    {
        if (ValueRules.Object(thing) is { } notAnObject)
        {
            return notAnObject;
        }

        foreach (var property in thing.EnumerateObject())
        {
            if (rule(property) is { } problem)
            {
                return problem.In(property.Name);
            }
        }

        foreach (var name in required)
        {
            if (!thing.TryGetProperty(name, out _))
            {
                return Problems.Missing(name);
            }
        }

        return null;
    }
}
