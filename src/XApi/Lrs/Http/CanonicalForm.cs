using System.Text.Json;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>
/// <c>format=canonical</c>: activities with the definition merged from all statements, each language map in the one language that
/// fits the reader best.
/// </summary>
/// <param name="definitions">Merged definitions by activity id.</param>
/// <param name="languages">What the reader prefers.</param>
internal sealed class CanonicalForm(IReadOnlyDictionary<string, string> definitions, LanguageChoice languages) : IStatementForm
{
    public void Actor(JsonElement actor, Utf8JsonWriter writer) => actor.WriteTo(writer);

    public void Verb(JsonElement verb, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var property in verb.EnumerateObject())
        {
            Write(property, writer, property.Name == "display");
        }

        writer.WriteEndObject();
    }

    public void Activity(JsonElement activity, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var property in activity.EnumerateObject())
        {
            if (property.Name != "definition")
            {
                property.WriteTo(writer);
            }
        }

        if (definitions.TryGetValue(activity.GetProperty("id").GetString()!, out var known))
        {
            using var document = JsonDocument.Parse(known);
            WriteDefinition(document.RootElement, writer);
        }
        else if (activity.TryGetProperty("definition", out var own))
        {
            WriteDefinition(own, writer);
        }

        writer.WriteEndObject();
    }

    private void WriteDefinition(JsonElement definition, Utf8JsonWriter writer)
    {
        writer.WriteStartObject("definition");
        foreach (var property in definition.EnumerateObject())
        {
            if (property.Name is "choices" or "scale" or "source" or "target" or "steps")
            {
                WriteComponents(property, writer);
            }
            else
            {
                Write(property, writer, property.Name is "name" or "description");
            }
        }

        writer.WriteEndObject();
    }

    private void WriteComponents(JsonProperty list, Utf8JsonWriter writer)
    {
        writer.WriteStartArray(list.Name);
        foreach (var component in list.Value.EnumerateArray())
        {
            writer.WriteStartObject();
            foreach (var property in component.EnumerateObject())
            {
                Write(property, writer, property.Name == "description");
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void Write(JsonProperty property, Utf8JsonWriter writer, bool isLanguageMap)
    {
        if (!isLanguageMap)
        {
            property.WriteTo(writer);
            return;
        }

        writer.WriteStartObject(property.Name);
        if (languages.Best(property.Value) is { } best)
        {
            best.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
