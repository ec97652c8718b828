using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>Small things that are written as JSON.</summary>
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class LrsJsonContext : JsonSerializerContext;
