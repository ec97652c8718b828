using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace LearningBuddy.XApi.Statements.Model;

/// <summary>A statement as it is sent. <c>stored</c>, <c>authority</c> and <c>version</c> belong to the LRS and are never sent.</summary>
public sealed record Statement
{
    /// <value>See <see cref="StatementIds"/>.</value>
    [JsonPropertyName("id")] public required Guid Id { get; init; }

    /// <value>Who did it.</value>
    [JsonPropertyName("actor")] public required Actor Actor { get; init; }

    /// <value>What they did.</value>
    [JsonPropertyName("verb")] public required Verb Verb { get; init; }

    /// <value>To what or whom.</value>
    [JsonPropertyName("object")] public required StatementObject Object { get; init; }

    /// <value>With which outcome.</value>
    [JsonPropertyName("result")] public Result? Result { get; init; }

    /// <value>Where and with whom.</value>
    [JsonPropertyName("context")] public Context? Context { get; init; }

    /// <value>When; <c>yyyy-MM-ddTHH:mm:ss.fffZ</c>, valid in every version and sortable as text.</value>
    [JsonPropertyName("timestamp")] public required string Timestamp { get; init; }

    /// <value>Files, as links.</value>
    [JsonPropertyName("attachments")] public IReadOnlyList<Attachment>? Attachments { get; init; }
}

/// <summary>A verb: the IRI is the meaning, the display is for people.</summary>
public sealed record Verb(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("display")] IReadOnlyDictionary<string, string> Display);

/// <summary>An activity with what a reader needs to show it.</summary>
public sealed record Activity(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("definition")] ActivityDefinition Definition) : StatementObject;

/// <summary>Type and name; dashboards read both from every statement.</summary>
public sealed record ActivityDefinition(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("name")] IReadOnlyDictionary<string, string> Name);

/// <summary>The outcome (2.4.5 of 1.0.3).</summary>
public sealed record Result
{
    /// <value>Points, never progress.</value>
    [JsonPropertyName("score")] public Score? Score { get; init; }

    /// <value>Whether it was good enough.</value>
    [JsonPropertyName("success")] public bool? Success { get; init; }

    /// <value>Whether it is finished.</value>
    [JsonPropertyName("completion")] public bool? Completion { get; init; }

    /// <value>Free text.</value>
    [JsonPropertyName("response")] public string? Response { get; init; }

    /// <value>ISO 8601 duration, e.g. <c>PT35M</c>.</value>
    [JsonPropertyName("duration")] public string? Duration { get; init; }

    /// <value>By IRI.</value>
    [JsonPropertyName("extensions")] public IReadOnlyDictionary<string, JsonNode>? Extensions { get; init; }
}

/// <summary>Points. <paramref name="Scaled"/> lies between -1 and 1, both included.</summary>
public sealed record Score(
    [property: JsonPropertyName("scaled")] double Scaled,
    [property: JsonPropertyName("raw")] double Raw,
    [property: JsonPropertyName("min")] double Min,
    [property: JsonPropertyName("max")] double Max);

/// <summary>A file that can be fetched by those who may (2.4.11 of 1.0.3).</summary>
public sealed record Attachment(
    [property: JsonPropertyName("usageType")] string UsageType,
    [property: JsonPropertyName("display")] IReadOnlyDictionary<string, string> Display,
    [property: JsonPropertyName("contentType")] string ContentType,
    [property: JsonPropertyName("length")] long Length,
    [property: JsonPropertyName("sha2")] string Sha2,
    [property: JsonPropertyName("fileUrl")] string FileUrl);
