using System.Globalization;
using System.Text.Json;
using LearningBuddy.XApi.Profile;

namespace LearningBuddy.LtiTool.Features.Statements;

/// <summary>What a verb says to a reader: a statement has English and the journey's language, the profile has the reader's.</summary>
internal static class VerbWords
{
    /// <summary>In the reader's language, else in English, else the end of the verb's IRI.</summary>
    public static string Of(JsonElement verb, CultureInfo reader)
    {
        var iri = verb.GetProperty("id").GetString()!;
        var language = reader.TwoLetterISOLanguageName;
        return Shown(verb, language) ?? Verbs.Find(iri)?.Of(language) ?? Shown(verb, "en") ?? iri.Split('/')[^1];
    }

    private static string? Shown(JsonElement verb, string language) =>
        verb.TryGetProperty("display", out var display) && display.ValueKind == JsonValueKind.Object
            && display.TryGetProperty(language, out var words)
            ? words.GetString()
            : null;
}
