using System.Text.Json;

namespace LearningBuddy.XApi.Statements.Rules;

/// <summary>Contexts (2.4.6 of 1.0.3, 4.2.2.5 of 2.0).</summary>
internal static class ContextRules
{
    /// <summary>Checks a context.</summary>
    /// <param name="context">The context.</param>
    /// <param name="aboutActivity">Whether the statement is about an activity; only then it may have a revision and a platform.</param>
    /// <param name="version">1.0.3 knows neither context agents nor context groups.</param>
    public static StatementProblem? Context(JsonElement context, bool aboutActivity, XApiVersion version)
    {
        if (ValueRules.Object(context) is { } notAnObject)
        {
            return notAnObject;
        }

        foreach (var property in context.EnumerateObject())
        {
            if (Property(property, aboutActivity, version) is { } problem)
            {
                return problem.In(property.Name);
            }
        }

        return null;
    }

    private static StatementProblem? Property(JsonProperty property, bool aboutActivity, XApiVersion version) => property.Name switch
    {
        "registration" => ValueRules.Uuid(property.Value),
        "instructor" => ActorRules.AgentOrGroup(property.Value),
        "team" => ActorRules.Group(property.Value) is { } problem ? TeamProblem(property.Value, problem) : null,
        "contextActivities" => Activities(property.Value),
        "contextAgents" or "contextGroups" when version == XApiVersion.V103 => Problems.NotThisVersion,
        "contextAgents" => ValueRules.Each(property.Value, item => Related(item, "contextAgent", "agent", ActorRules.Agent)),
        "contextGroups" => ValueRules.Each(property.Value, item => Related(item, "contextGroup", "group", ActorRules.Group)),
        "revision" or "platform" => aboutActivity ? ValueRules.Text(property.Value) : Problems.OnlyForActivities,
        "language" => ValueRules.Language(property.Value),
        "statement" => ReferenceRules.StatementRef(property.Value),
        "extensions" => ValueRules.Extensions(property.Value),
        _ => Problems.UnknownKey,
    };

    private static StatementProblem TeamProblem(JsonElement team, StatementProblem problem) =>
        team.ValueKind == JsonValueKind.Object && ActorRules.TypeOf(team) != "Group" ? Problems.NotATeam : problem;

    private static StatementProblem? Activities(JsonElement groups)
    {
        if (ValueRules.Object(groups) is { } notAnObject)
        {
            return notAnObject;
        }

        foreach (var property in groups.EnumerateObject())
        {
            var problem = property.Name is not ("parent" or "grouping" or "category" or "other")
                ? Problems.UnknownKey
                : property.Value.ValueKind == JsonValueKind.Array
                    ? ValueRules.Each(property.Value, ActivityRules.Activity)
                    : ActivityRules.Activity(property.Value);
            if (problem is not null)
            {
                return problem.In(property.Name);
            }
        }

        return null;
    }

    private static StatementProblem? Related(JsonElement item, string type, string who, Func<JsonElement, StatementProblem?> rule)
    {
        if (ValueRules.Object(item) is { } notAnObject)
        {
            return notAnObject;
        }

        if (ActorRules.TypeOf(item) != type)
        {
            return Problems.WrongObjectType.In("objectType");
        }

        if (!item.TryGetProperty(who, out var actor))
        {
            return Problems.Missing(who);
        }

        if (rule(actor) is { } problem)
        {
            return problem.In(who);
        }

        foreach (var property in item.EnumerateObject())
        {
            if (property.Name == "relevantTypes")
            {
                if (RelevantTypes(property.Value) is { } typesProblem)
                {
                    return typesProblem.In("relevantTypes");
                }
            }
            else if (property.Name != "objectType" && property.Name != who)
            {
                return Problems.UnknownKey.In(property.Name);
            }
        }

        return null;
    }

    private static StatementProblem? RelevantTypes(JsonElement types) =>
        ValueRules.Each(types, ValueRules.Iri) ?? (types.GetArrayLength() == 0 ? Problems.EmptyList : null);
}
