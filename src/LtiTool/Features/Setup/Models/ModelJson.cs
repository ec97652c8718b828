using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningBuddy.Shared.Core;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace LearningBuddy.LtiTool.Features.Setup.Models;

/// <summary>A model as JSON: the competencies and behaviours of a template, with or without the rest of it.</summary>
internal static class ModelJson
{
    private static readonly JsonSerializerOptions Indented = new(DesignJson.Options) { WriteIndented = true };
    private static readonly ModelFields Fields = new("name", "statement", "shownBy");

    private static readonly Lazy<Task<JsonSchema>> Schema = new(SchemaAsync);

    /// <summary>Writes a model.</summary>
    public static string Write(CompetencyModel model) => JsonSerializer.Serialize(model, Indented);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static CompetencyModel Open(string written) => JsonSerializer.Deserialize<CompetencyModel>(written, DesignJson.Options)!;

    /// <summary>Reads what somebody brought; a behaviour that was retired stays behind.</summary>
    /// <param name="json">The text, which is JSON.</param>
    public static async Task<ModelRead> ReadAsync(string json)
    {
        var faults = TemplateFaults.Find(json, await Schema.Value);
        if (faults.Count > 0)
        {
            return new(null, faults);
        }

        var (root, draft) = (Parse(json), new ModelDraft(Fields));
        foreach (var one in root["competencies"] ?? new JArray())
        {
            var role = Text(one["role"]) == "next" ? CompetencyRole.Next : CompetencyRole.Current;
            draft.Add(At(one), new Competency(Text(one["id"]), Text(one["name"]), role));
        }

        foreach (var one in root["behaviours"]!.Where(one => one["retired"] is not JValue { Value: true }))
        {
            draft.Add(At(one), Text(one["id"]), Text(one["statement"]), Text(one["shownBy"]), Text(one["competencyId"]));
        }

        return draft.Build(At(root["behaviours"]!));
    }

    /// <summary>JSON with its lines; what looks like a date stays text.</summary>
    /// <exception cref="JsonReaderException">A property is there twice.</exception>
    public static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader, new() { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
    }

    /// <summary>Where it stands.</summary>
    public static FilePlace At(JToken token) =>
        token is IJsonLineInfo info && info.HasLineInfo() ? new(info.LineNumber, info.LinePosition) : new(1);

    /// <summary>A text or a number as text; empty where there is none.</summary>
    public static string Text(JToken? token) =>
        token is JValue { Value: { } value } ? Convert.ToString(value, CultureInfo.InvariantCulture) ?? "" : "";

    /// <summary>The two lists of the schema that the program was shipped with. How many there may be is told with the count.</summary>
    private static async Task<JsonSchema> SchemaAsync()
    {
        using var shipped = typeof(ModelJson).Assembly.GetManifestResourceStream("journeys/journey.schema.json")!;
        var all = JsonNode.Parse(shipped)!["properties"]!;
        var (competencies, behaviours) = (all["competencies"]!.DeepClone().AsObject(), all["behaviours"]!.DeepClone().AsObject());
        competencies.Remove("maxItems");
        behaviours.Remove("maxItems");
        var lists = new JsonObject { ["competencies"] = competencies, ["behaviours"] = behaviours };
        var schema = new JsonObject { ["type"] = "object", ["required"] = new JsonArray("behaviours"), ["properties"] = lists };
        return await JsonSchema.FromJsonAsync(schema.ToJsonString());
    }
}
