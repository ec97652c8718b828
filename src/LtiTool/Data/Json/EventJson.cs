using System.Text.Json;
using System.Text.Json.Nodes;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Data.Json;

/// <summary>
/// Journey events as JSON. What was stored by an older version is lifted, what a newer one stored is kept as it is and passed over;
/// properties that aren't known are ignored.
/// </summary>
internal static class EventJson
{
    /// <summary>Writes the facts of an event.</summary>
    public static string Write(JourneyEvent what) => JsonSerializer.Serialize(what, what.GetType(), StoredJson.Events);

    /// <summary>Reads an event back.</summary>
    /// <param name="name">As stored.</param>
    /// <param name="version">As stored.</param>
    /// <param name="payload">As stored.</param>
    /// <param name="occurredAt">When it happened: older payloads may lack what follows from it.</param>
    public static JourneyEvent Read(string name, int version, string payload, DateTimeOffset occurredAt)
    {
        if (EventTypes.Find(name) is not { } type || version > type.Version)
        {
            return new UnknownEvent(name, version, payload);
        }

        var current = version == type.Version ? payload : Lift(type, version, payload, occurredAt);
        return (JourneyEvent)JsonSerializer.Deserialize(current, type.Type, StoredJson.Events)!;
    }

    private static string Lift(EventType type, int version, string payload, DateTimeOffset occurredAt)
    {
        var written = JsonNode.Parse(payload)!.AsObject();
        foreach (var upcaster in type.Upcasters.Where(upcaster => upcaster.From >= version).OrderBy(upcaster => upcaster.From))
        {
            upcaster.Lift(written, occurredAt);
        }

        return written.ToJsonString();
    }
}
