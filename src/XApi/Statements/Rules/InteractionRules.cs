using System.Text.Json;

namespace LearningBuddy.XApi.Statements.Rules;

/// <summary>Interactions (2.4.4.1 of 1.0.3, table of interaction properties): each kind has its own lists of components.</summary>
internal sealed class InteractionRules
{
    private static readonly string[] Types =
        ["true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert", "numeric", "other"];

    private readonly List<string> lists = [];
    private string? type;
    private bool hasParts;

    /// <summary>One property of a definition that is not one of every activity's.</summary>
    public StatementProblem? Property(JsonProperty property)
    {
        switch (property.Name)
        {
            case "interactionType":
                type = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : null;
                return Types.Contains(type) ? null : Problems.InteractionType;
            case "correctResponsesPattern":
                hasParts = true;
                return ValueRules.Each(property.Value, ValueRules.Text);
            case "choices" or "scale" or "source" or "target" or "steps":
                hasParts = true;
                lists.Add(property.Name);
                return Components(property.Value);
            default:
                return Problems.UnknownKey;
        }
    }

    /// <summary>What can be said only when all properties were seen.</summary>
    public StatementProblem? Whole()
    {
        if (hasParts && type is null)
        {
            return Problems.NeedsInteractionType.In("interactionType");
        }

        var stranger = lists.Find(list => !Belongs(list));
        return stranger is null ? null : Problems.WrongComponents.In(stranger);
    }

    private bool Belongs(string list) => type switch
    {
        "choice" or "sequencing" => list == "choices",
        "likert" => list == "scale",
        "matching" => list is "source" or "target",
        "performance" => list == "steps",
        _ => false,
    };

    private static StatementProblem? Components(JsonElement list)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return ValueRules.Each(list, component => Component(component, seen));
    }

    private static StatementProblem? Component(JsonElement component, HashSet<string> seen)
    {
        if (ValueRules.Object(component) is { } notAnObject)
        {
            return notAnObject;
        }

        var id = default(string);
        foreach (var property in component.EnumerateObject())
        {
            var problem = property.Name switch
            {
                "id" => ValueRules.Text(property.Value),
                "description" => ValueRules.LanguageMap(property.Value),
                _ => Problems.UnknownKey,
            };
            if (problem is not null)
            {
                return problem.In(property.Name);
            }

            id = property.Name == "id" ? property.Value.GetString() : id;
        }

        return id is null ? Problems.Missing("id") : seen.Add(id) ? null : Problems.RepeatedComponent.In("id");
    }
}
