using System.Text.Json;
using LearningBuddy.XApi.Statements.Rules;

namespace LearningBuddy.XApi.Statements;

/// <summary>
/// Every rule for the shape of a statement (2 and 4 of 1.0.3, 4.2 of 2.0), on the JSON as it was received: unknown keys, wrong letter
/// case and nulls outside extensions are seen because nothing is read into objects first.
/// </summary>
public static class StatementValidator
{
    private const string Voided = "http://adlnet.gov/expapi/verbs/voided";

    /// <summary>The first rule that <paramref name="statement"/> breaks, or null.</summary>
    /// <param name="statement">One statement, parsed without repeated properties.</param>
    /// <param name="version">The version of the request.</param>
    public static StatementProblem? Validate(JsonElement statement, XApiVersion version)
    {
        if (ValueRules.Object(statement) is { } notAnObject)
        {
            return notAnObject;
        }

        foreach (var property in statement.EnumerateObject())
        {
            var problem = property.Name switch
            {
                "id" => ValueRules.Uuid(property.Value),
                "object" => Object(property.Value, version),
                "stored" => ValueRules.Timestamp(property.Value, version),
                "authority" => ActorRules.Authority(property.Value),
                "version" => Version(property.Value, version),
                _ => Common(property, AboutActivity(statement), version),
            };
            if (problem is not null)
            {
                return problem.In(property.Name);
            }
        }

        return Required(statement) ?? Voiding(statement);
    }

    /// <summary>Validates UTF-8 JSON text of one statement.</summary>
    public static StatementProblem? Validate(ReadOnlyMemory<byte> utf8, XApiVersion version)
    {
        var problem = JsonText.TryParse(utf8, out var document);
        using (document)
        {
            return problem ?? Validate(document!.RootElement, version);
        }
    }

    /// <summary>What statements and sub-statements have in common.</summary>
    private static StatementProblem? Common(JsonProperty property, bool aboutActivity, XApiVersion version) => property.Name switch
    {
        "actor" => ActorRules.AgentOrGroup(property.Value),
        "verb" => ReferenceRules.Verb(property.Value),
        "result" => ResultRules.Result(property.Value),
        "context" => ContextRules.Context(property.Value, aboutActivity, version),
        "timestamp" => ValueRules.Timestamp(property.Value, version),
        "attachments" => ValueRules.Each(property.Value, ReferenceRules.Attachment),
        _ => Problems.UnknownKey,
    };

    private static StatementProblem? Object(JsonElement about, XApiVersion version) =>
        ValueRules.Object(about) ?? ActorRules.TypeOf(about) switch
        {
            null or "Activity" => ActivityRules.Activity(about),
            "Agent" => ActorRules.Agent(about),
            "Group" => ActorRules.Group(about),
            "StatementRef" => ReferenceRules.StatementRef(about),
            "SubStatement" => SubStatement(about, version),
            _ => Problems.WrongObjectType.In("objectType"),
        };

    private static StatementProblem? SubStatement(JsonElement sub, XApiVersion version)
    {
        foreach (var property in sub.EnumerateObject())
        {
            var problem = property.Name switch
            {
                "objectType" => null,
                "object" when property.Value.ValueKind == JsonValueKind.Object && ActorRules.TypeOf(property.Value) == "SubStatement" =>
                    Problems.NestedSubStatement,
                "object" => Object(property.Value, version),
                _ => Common(property, AboutActivity(sub), version),
            };
            if (problem is not null)
            {
                return problem.In(property.Name);
            }
        }

        return Required(sub);
    }

    private static StatementProblem? Required(JsonElement statement)
    {
        foreach (var name in (ReadOnlySpan<string>)["actor", "verb", "object"])
        {
            if (!statement.TryGetProperty(name, out _))
            {
                return Problems.Missing(name);
            }
        }

        return null;
    }

    private static bool AboutActivity(JsonElement statement) =>
        statement.TryGetProperty("object", out var about) && about.ValueKind == JsonValueKind.Object
        && ActorRules.TypeOf(about) is null or "Activity";

    private static StatementProblem? Voiding(JsonElement statement) =>
        statement.GetProperty("verb").GetProperty("id").ValueEquals(Voided)
        && ActorRules.TypeOf(statement.GetProperty("object")) != "StatementRef"
            ? Problems.VoidsAStatement.In("object")
            : null;

    /// <summary>A statement of 2.0 is refused under 1.0.3; the older form is taken under 2.0 (4.2.4.3).</summary>
    private static StatementProblem? Version(JsonElement value, XApiVersion version)
    {
        var stated = value.ValueKind == JsonValueKind.String ? XApiVersions.Parse(value.GetString()) : null;
        return stated is null || (stated == XApiVersion.V200 && version == XApiVersion.V103) ? Problems.WrongVersion : null;
    }
}
