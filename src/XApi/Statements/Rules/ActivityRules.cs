using System.Text.Json;

namespace LearningBuddy.XApi.Statements.Rules;

/// <summary>Activities and their definitions (2.4.4.1 of 1.0.3, 4.2.2.3 of 2.0).</summary>
internal static class ActivityRules
{
    public static StatementProblem? Activity(JsonElement activity)
    {
        if (ValueRules.Object(activity) is { } notAnObject)
        {
            return notAnObject;
        }

        var hasId = false;
        foreach (var property in activity.EnumerateObject())
        {
            var problem = property.Name switch
            {
                "objectType" => property.Value.ValueKind == JsonValueKind.String && property.Value.ValueEquals("Activity")
                    ? null
                    : Problems.WrongObjectType,
                "id" => ValueRules.Iri(property.Value),
                "definition" => Definition(property.Value),
                _ => Problems.UnknownKey,
            };
            if (problem is not null)
            {
                return problem.In(property.Name);
            }

            hasId |= property.Name == "id";
        }

        return hasId ? null : Problems.Missing("id");
    }

    private static StatementProblem? Definition(JsonElement definition)
    {
        if (ValueRules.Object(definition) is { } notAnObject)
        {
            return notAnObject;
        }

        var interaction = new InteractionRules();
        foreach (var property in definition.EnumerateObject())
        {
            var problem = property.Name switch
            {
                "name" or "description" => ValueRules.LanguageMap(property.Value),
                "type" or "moreInfo" => ValueRules.Iri(property.Value),
                "extensions" => ValueRules.Extensions(property.Value),
                _ => interaction.Property(property),
            };
            if (problem is not null)
            {
                return problem.In(property.Name);
            }
        }

        return interaction.Whole();
    }
}
