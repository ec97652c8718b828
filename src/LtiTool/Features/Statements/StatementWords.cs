using System.Globalization;
using System.Text.Json;
using LearningBuddy.XApi.Profile;

namespace LearningBuddy.LtiTool.Features.Statements;

/// <summary>What the language maps of a statement (2.4.2 of 1.0.3) say to a reader.</summary>
internal static class StatementWords
{
    private const string English = "en";

    /// <summary>In the reader's language, else in English, else in any; null where nothing is said.</summary>
    /// <param name="parent">What has the map.</param>
    /// <param name="property">The map's name.</param>
    /// <param name="reader">Whose language.</param>
    public static string? Find(JsonElement parent, string property, CultureInfo reader) =>
        In(parent, property, reader.TwoLetterISOLanguageName) ?? InEnglishOrAny(parent, property);

    /// <summary>The same of a verb: a statement has English and the journey's language, and the profile has the reader's.</summary>
    public static string? FindVerb(JsonElement verb, CultureInfo reader)
    {
        var language = reader.TwoLetterISOLanguageName;
        return In(verb, "display", language)
            ?? Verbs.Find(verb.GetProperty("id").GetString()!)?.Of(language)
            ?? InEnglishOrAny(verb, "display");
    }

    private static string? InEnglishOrAny(JsonElement parent, string property) =>
        In(parent, property, English) ?? Map(parent, property)?.EnumerateObject().Select(words => words.Value.GetString()).FirstOrDefault();

    private static string? In(JsonElement parent, string property, string language) =>
        Map(parent, property) is { } map && map.TryGetProperty(language, out var words) ? words.GetString() : null;

    private static JsonElement? Map(JsonElement parent, string property) =>
        parent.TryGetProperty(property, out var map) && map.ValueKind == JsonValueKind.Object ? map : null;
}
