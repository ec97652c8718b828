using System.Text.Json;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>Copies a stored statement and hands actors, verbs and activities to a form, wherever they stand.</summary>
internal static class StatementWalk
{
    /// <summary>Copies a statement or sub-statement.</summary>
    public static void Copy(JsonElement statement, Utf8JsonWriter writer, IStatementForm form)
    {
        writer.WriteStartObject();
        foreach (var property in statement.EnumerateObject())
        {
            writer.WritePropertyName(property.Name);
            switch (property.Name)
            {
                case "actor" or "authority":
                    form.Actor(property.Value, writer);
                    break;
                case "verb":
                    form.Verb(property.Value, writer);
                    break;
                case "object":
                    CopyObject(property.Value, writer, form);
                    break;
                case "context":
                    CopyContext(property.Value, writer, form);
                    break;
                default:
                    property.Value.WriteTo(writer);
                    break;
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>Calls <paramref name="found"/> for each activity of a statement.</summary>
    public static void Activities(JsonElement statement, Action<JsonElement> found)
    {
        using var nowhere = new Utf8JsonWriter(Stream.Null);
        Copy(statement, nowhere, new ActivitySearch(found));
    }

    private static void CopyObject(JsonElement about, Utf8JsonWriter writer, IStatementForm form)
    {
        switch (about.TryGetProperty("objectType", out var type) ? type.GetString() : "Activity")
        {
            case "Activity":
                form.Activity(about, writer);
                break;
            case "Agent" or "Group":
                form.Actor(about, writer);
                break;
            case "SubStatement":
                Copy(about, writer, form);
                break;
            default:
                about.WriteTo(writer);
                break;
        }
    }

    private static void CopyContext(JsonElement context, Utf8JsonWriter writer, IStatementForm form)
    {
        writer.WriteStartObject();
        foreach (var property in context.EnumerateObject())
        {
            writer.WritePropertyName(property.Name);
            switch (property.Name)
            {
                case "instructor" or "team":
                    form.Actor(property.Value, writer);
                    break;
                case "contextActivities":
                    CopyActivities(property.Value, writer, form);
                    break;
                case "contextAgents" or "contextGroups":
                    CopyRelated(property.Value, writer, form);
                    break;
                default:
                    property.Value.WriteTo(writer);
                    break;
            }
        }

        writer.WriteEndObject();
    }

    private static void CopyActivities(JsonElement groups, Utf8JsonWriter writer, IStatementForm form)
    {
        writer.WriteStartObject();
        foreach (var group in groups.EnumerateObject())
        {
            writer.WriteStartArray(group.Name);
            foreach (var activity in group.Value.EnumerateArray())
            {
                form.Activity(activity, writer);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void CopyRelated(JsonElement items, Utf8JsonWriter writer, IStatementForm form)
    {
        writer.WriteStartArray();
        foreach (var item in items.EnumerateArray())
        {
            writer.WriteStartObject();
            foreach (var property in item.EnumerateObject())
            {
                writer.WritePropertyName(property.Name);
                if (property.Name is "agent" or "group")
                {
                    form.Actor(property.Value, writer);
                }
                else
                {
                    property.Value.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private sealed class ActivitySearch(Action<JsonElement> found) : IStatementForm
    {
        public void Actor(JsonElement actor, Utf8JsonWriter writer) => writer.WriteNullValue();

        public void Verb(JsonElement verb, Utf8JsonWriter writer) => writer.WriteNullValue();

        public void Activity(JsonElement activity, Utf8JsonWriter writer)
        {
            found(activity);
            writer.WriteNullValue();
        }
    }
}
