using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace LearningBuddy.XApi.Statements.Model;

/// <summary>Where and with whom (2.4.6 of 1.0.3, 4.2.2.5 of 2.0).</summary>
public sealed record Context
{
    /// <value>The enrolment it belongs to.</value>
    [JsonPropertyName("registration")] public Guid? Registration { get; init; }

    /// <value>1.0.3 only; 2.0 uses <see cref="ContextAgents"/>.</value>
    [JsonPropertyName("instructor")] public Actor? Instructor { get; init; }

    /// <value>1.0.3 only; 2.0 uses <see cref="ContextGroups"/>.</value>
    [JsonPropertyName("team")] public Actor? Team { get; init; }

    /// <value>Related activities.</value>
    [JsonPropertyName("contextActivities")] public ContextActivities? ContextActivities { get; init; }

    /// <value>2.0 only.</value>
    [JsonPropertyName("contextAgents")] public IReadOnlyList<ContextAgent>? ContextAgents { get; init; }

    /// <value>2.0 only.</value>
    [JsonPropertyName("contextGroups")] public IReadOnlyList<ContextGroup>? ContextGroups { get; init; }

    /// <value>Version of the object; only where the object is an activity.</value>
    [JsonPropertyName("revision")] public string? Revision { get; init; }

    /// <value>Only where the object is an activity.</value>
    [JsonPropertyName("platform")] public string? Platform { get; init; }

    /// <value>RFC 5646 tag.</value>
    [JsonPropertyName("language")] public string? Language { get; init; }

    /// <value>The statement this one answers.</value>
    [JsonPropertyName("statement")] public StatementObject? Statement { get; init; }

    /// <value>By IRI.</value>
    [JsonPropertyName("extensions")] public IReadOnlyDictionary<string, JsonNode>? Extensions { get; init; }
}

/// <summary>Always lists, as an LRS returns them.</summary>
public sealed record ContextActivities
{
    /// <value>What the object is a part of.</value>
    [JsonPropertyName("parent")] public IReadOnlyList<StatementObject>? Parent { get; init; }

    /// <value>Wider surroundings.</value>
    [JsonPropertyName("grouping")] public IReadOnlyList<StatementObject>? Grouping { get; init; }

    /// <value>The profile.</value>
    [JsonPropertyName("category")] public IReadOnlyList<StatementObject>? Category { get; init; }

    /// <value>Everything else.</value>
    [JsonPropertyName("other")] public IReadOnlyList<StatementObject>? Other { get; init; }
}

/// <summary>A person with a role (2.0).</summary>
public sealed record ContextAgent(
    [property: JsonPropertyName("agent")] Actor Agent,
    [property: JsonPropertyName("relevantTypes")] IReadOnlyList<string> RelevantTypes)
{
    /// <value>Fixed by the specification.</value>
    [JsonPropertyName("objectType"), JsonPropertyOrder(-1)] public string ObjectType => "contextAgent";
}

/// <summary>A group with a role (2.0).</summary>
public sealed record ContextGroup(
    [property: JsonPropertyName("group")] Actor Group,
    [property: JsonPropertyName("relevantTypes")] IReadOnlyList<string> RelevantTypes)
{
    /// <value>Fixed by the specification.</value>
    [JsonPropertyName("objectType"), JsonPropertyOrder(-1)] public string ObjectType => "contextGroup";
}
