using System.Collections.Frozen;
using System.Text.Json;
using LearningBuddy.Shared.Events;

namespace LearningBuddy.LtiTool.Data.Json;

/// <summary>Journey events as JSON: the case's name beside its properties. Names of cases and properties are part of the stored format.</summary>
internal static class EventJson
{
    private static readonly FrozenDictionary<string, Type> Cases = typeof(JourneyEvent)
        .GetNestedTypes()
        .Where(type => type.IsSubclassOf(typeof(JourneyEvent)))
        .ToFrozenDictionary(type => type.Name);

    /// <summary>Writes the properties of an event.</summary>
    public static string Write(JourneyEvent what) => JsonSerializer.Serialize(what, what.GetType(), StoredJson.Options);

    /// <summary>Reads an event back.</summary>
    /// <exception cref="InvalidDataException">The name is none of ours: the row was written by a newer version.</exception>
    public static JourneyEvent Read(string type, string payload) =>
        Cases.TryGetValue(type, out var known) && JsonSerializer.Deserialize(payload, known, StoredJson.Options) is JourneyEvent what
            ? what
            : throw new InvalidDataException($"The history holds an event this version doesn't know: {type}.");
}
