using System.Text.Json.Serialization;

namespace LearningBuddy.XApi.Statements.Model;

/// <summary>Writes statements without reflection. A null is left out, since an LRS refuses it (2.2 of 1.0.3).</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Statement))]
internal sealed partial class StatementJsonContext : JsonSerializerContext;
