using System.Globalization;
using System.Text.Json;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.XApi.Profile;

namespace LearningBuddy.LtiTool.Features.Statements;

/// <summary>What the language maps of a statement (2.4.2 of 1.0.3) say to a reader.</summary>
internal static class StatementWords
{
    private const string English = "en";

    /// <summary>
    /// What a verb is called: a statement has English and the journey's language, and the profile has the reader's. Else in English, else
    /// in any; null where nothing is said. Two verbs, which older statements call otherwise, are called as the product's pages call what
    /// was done.
    /// </summary>
    public static string? FindVerb(JsonElement verb, CultureInfo reader)
    {
        var language = reader.TwoLetterISOLanguageName;
        var iri = verb.GetProperty("id").GetString()!;
        return OfPages(iri, reader)
            ?? In(verb, "display", language)
            ?? Verbs.Find(iri)?.Of(language)
            ?? InEnglishOrAny(verb, "display");
    }

    /// <summary>The same of the thing that a statement is about, by its definition.</summary>
    public static string? FindName(JsonElement definition, CultureInfo reader)
    {
        var language = reader.TwoLetterISOLanguageName;
        return In(definition, "name", language) ?? OfProfile(definition, language) ?? InEnglishOrAny(definition, "name");
    }

    private static string? OfPages(string verb, CultureInfo reader) => verb switch
    {
        "http://activitystrea.ms/submit" => Localizer.For(reader).Plain("statements.did-send"),
        "http://activitystrea.ms/confirm" => Localizer.For(reader).Plain("statements.did-vouch"),
        _ => null,
    };

    private static string? OfProfile(JsonElement definition, string language) =>
        definition.TryGetProperty("type", out var type) && type.GetString() is { } iri && In(definition, "name", English) is { } name
            ? ActivityNames.Find(iri, name, language)
            : null;

    private static string? InEnglishOrAny(JsonElement parent, string property) =>
        In(parent, property, English) ?? Map(parent, property)?.EnumerateObject().Select(words => words.Value.GetString()).FirstOrDefault();

    private static string? In(JsonElement parent, string property, string language) =>
        Map(parent, property) is { } map && map.TryGetProperty(language, out var words) ? words.GetString() : null;

    private static JsonElement? Map(JsonElement parent, string property) =>
        parent.TryGetProperty(property, out var map) && map.ValueKind == JsonValueKind.Object ? map : null;
}
