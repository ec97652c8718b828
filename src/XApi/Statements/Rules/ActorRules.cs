using System.Text.Json;

namespace LearningBuddy.XApi.Statements.Rules;

/// <summary>Agents and groups (2.4.2 of 1.0.3, 4.2.2.1 of 2.0).</summary>
internal static class ActorRules
{
    /// <summary>An agent or a group; without <c>objectType</c> it is an agent.</summary>
    public static StatementProblem? AgentOrGroup(JsonElement actor) => ValueRules.Object(actor) ?? TypeOf(actor) switch
    {
        null or "Agent" => Agent(actor),
        "Group" => Group(actor),
        _ => Problems.WrongObjectType.In("objectType"),
    };

    public static StatementProblem? Agent(JsonElement actor) =>
        ValueRules.Object(actor) ?? Members(actor, isGroup: false, out var identifiers, out _)
        ?? (identifiers == 1 ? null : Problems.OneIdentifier);

    public static StatementProblem? Group(JsonElement actor)
    {
        if (ValueRules.Object(actor) is { } notAnObject)
        {
            return notAnObject;
        }

        if (TypeOf(actor) != "Group")
        {
            return Problems.WrongObjectType.In("objectType");
        }

        if (Members(actor, isGroup: true, out var identifiers, out var members) is { } problem)
        {
            return problem;
        }

        return identifiers switch
        {
            0 when members == 0 => Problems.NeedsMembers,
            > 1 => Problems.SeveralIdentifiers,
            _ => null,
        };
    }

    /// <summary>An authority (2.4.9 of 1.0.3): an agent, or the two parties of a three-legged OAuth.</summary>
    public static StatementProblem? Authority(JsonElement actor)
    {
        if (AgentOrGroup(actor) is { } problem)
        {
            return problem;
        }

        if (TypeOf(actor) != "Group")
        {
            return null;
        }

        var consumers = 0;
        var members = 0;
        if (actor.TryGetProperty("member", out var list))
        {
            foreach (var member in list.EnumerateArray())
            {
                members++;
                consumers += member.TryGetProperty("account", out _) ? 1 : 0;
            }
        }

        var identified = actor.EnumerateObject().Any(property => property.Name is "mbox" or "mbox_sha1sum" or "openid" or "account");
        return !identified && members == 2 && consumers >= 1 ? null : Problems.AuthorityGroup;
    }

    /// <summary>The text of <c>objectType</c>; a value that is no text reads as one that is not allowed.</summary>
    public static string? TypeOf(JsonElement thing) => !thing.TryGetProperty("objectType", out var type)
        ? null
        : type.ValueKind == JsonValueKind.String ? type.GetString() : string.Empty;

    private static StatementProblem? Members(JsonElement actor, bool isGroup, out int identifiers, out int members)
    {
        (identifiers, members) = (0, 0);
        foreach (var property in actor.EnumerateObject())
        {
            var problem = property.Name switch
            {
                "objectType" => property.Value.ValueKind == JsonValueKind.String && property.Value.ValueEquals(isGroup ? "Group" : "Agent")
                    ? null
                    : Problems.WrongObjectType,
                "name" => ValueRules.Text(property.Value),
                "mbox" => ValueRules.Mailbox(property.Value),
                "mbox_sha1sum" => ValueRules.Sha1(property.Value),
                "openid" => ValueRules.Iri(property.Value),
                "account" => Account(property.Value),
                "member" when isGroup => ValueRules.Each(property.Value, Agent),
                _ => Problems.UnknownKey,
            };
            if (problem is not null)
            {
                return problem.In(property.Name);
            }

            identifiers += property.Name is "mbox" or "mbox_sha1sum" or "openid" or "account" ? 1 : 0;
            members += property.Name is "member" ? property.Value.GetArrayLength() : 0;
        }

        return null;
    }

    private static StatementProblem? Account(JsonElement account)
    {
        if (ValueRules.Object(account) is { } notAnObject)
        {
            return notAnObject;
        }

        var (hasHome, hasName) = (false, false);
        foreach (var property in account.EnumerateObject())
        {
            var problem = property.Name switch
            {
                "homePage" => ValueRules.Iri(property.Value),
                "name" => property.Value.ValueKind == JsonValueKind.String && !property.Value.ValueEquals("") ? null : Problems.NotText,
                _ => Problems.UnknownKey,
            };
            if (problem is not null)
            {
                return problem.In(property.Name);
            }

            hasHome |= property.Name == "homePage";
            hasName |= property.Name == "name";
        }

        return hasHome ? hasName ? null : Problems.Missing("name") : Problems.Missing("homePage");
    }
}
