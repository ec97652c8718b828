using System.Text.Json;
using System.Text.Json.Nodes;

namespace LearningBuddy.XApi.Lrs.Storage;

/// <summary>What is known of an activity: the definitions of all statements, merged (2.5 of 1.0.3, 4.1.6.4 of 2.0).</summary>
internal static class ActivityDefinitions
{
    /// <summary>Adds one definition to what is known; a later value wins, languages and extensions are collected.</summary>
    /// <param name="known">JSON text, or null.</param>
    /// <param name="added">JSON text of a valid definition.</param>
    public static string Merge(string? known, string added)
    {
        if (known is null || known == added)
        {
            return added;
        }

        var merged = JsonNode.Parse(known)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(added)!.AsObject())
        {
            if (name is "name" or "description" or "extensions" && merged[name] is JsonObject map && value is JsonObject addedMap)
            {
                foreach (var (key, entry) in addedMap)
                {
                    map[key] = entry?.DeepClone();
                }
            }
            else
            {
                merged[name] = value?.DeepClone();
            }
        }

        return merged.ToJsonString(WriteOptions);
    }

    private static readonly JsonSerializerOptions WriteOptions = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
