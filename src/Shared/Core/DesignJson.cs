using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace LearningBuddy.Shared.Core;

/// <summary>Designs as JSON: in template files, in the database, in exports. One form for all.</summary>
public static class DesignJson
{
    /// <summary>How it is written: readable by people, enums by name, nothing where there is nothing.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Lifts designs of older forms, one version each: the first takes version 1.</summary>
    public static IReadOnlyList<Action<JsonObject>> Lifts { get; } = [];

    /// <summary>Writes a design.</summary>
    public static string Write(JourneyDesign design) => JsonSerializer.Serialize(design, Options);

    /// <summary>Reads a design of this form or an older one. A section of a theme that this version doesn't know is left out.</summary>
    /// <exception cref="JsonException">It is no design.</exception>
    public static JourneyDesign Read(string json)
    {
        var written = JsonNode.Parse(json)?.AsObject() ?? throw new JsonException("A design is an object.");
        var version = written["formatVersion"]?.GetValue<int>() ?? JourneyDesign.CurrentFormat;
        foreach (var lift in Lifts.Skip(version - 1))
        {
            lift(written);
        }

        var design = written.Deserialize<JourneyDesign>(Options) ?? throw new JsonException("A design is an object.");
        return design with { FormatVersion = JourneyDesign.CurrentFormat };
    }
}

/// <summary>Sections as an object: the theme's name, and what is set.</summary>
internal sealed class DesignSectionsConverter : JsonConverter<DesignSections>
{
    /// <inheritdoc />
    public override DesignSections Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var sections =
            from theme in Themes.All
            where theme.Section is not null && document.RootElement.TryGetProperty(theme.Name, out _)
            select (IDesignSection)document.RootElement.GetProperty(theme.Name).Deserialize(theme.Section!, options)!;
        return DesignSections.Of(sections.ToList());
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, DesignSections value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var section in value.All)
        {
            writer.WritePropertyName(Themes.All.First(theme => theme.Section == section.GetType()).Name);
            JsonSerializer.Serialize(writer, section, section.GetType(), options);
        }

        writer.WriteEndObject();
    }
}
