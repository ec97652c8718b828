using System.Text.Json;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary><c>format=ids</c>: only what identifies; an anonymous group keeps the identifiers of its members.</summary>
internal sealed class IdsForm : IStatementForm
{
    public void Actor(JsonElement actor, Utf8JsonWriter writer)
    {
        var isIdentified = actor.EnumerateObject().Any(property => property.Name is "mbox" or "mbox_sha1sum" or "openid" or "account");
        writer.WriteStartObject();
        foreach (var property in actor.EnumerateObject())
        {
            if (property.Name is "objectType" or "mbox" or "mbox_sha1sum" or "openid" or "account")
            {
                property.WriteTo(writer);
            }
            else if (property.Name == "member" && !isIdentified)
            {
                writer.WriteStartArray("member");
                foreach (var member in property.Value.EnumerateArray())
                {
                    Actor(member, writer);
                }

                writer.WriteEndArray();
            }
        }

        writer.WriteEndObject();
    }

    public void Verb(JsonElement verb, Utf8JsonWriter writer) => OnlyId(verb, writer);

    public void Activity(JsonElement activity, Utf8JsonWriter writer) => OnlyId(activity, writer);

    private static void OnlyId(JsonElement thing, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("id");
        thing.GetProperty("id").WriteTo(writer);
        writer.WriteEndObject();
    }
}
