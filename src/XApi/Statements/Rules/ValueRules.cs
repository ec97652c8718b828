using System.Text.Json;

namespace LearningBuddy.XApi.Statements.Rules;

/// <summary>Rules for single values and for the maps and lists they stand in. Null means: nothing is wrong.</summary>
internal static class ValueRules
{
    public static StatementProblem? Object(JsonElement value) => value.ValueKind == JsonValueKind.Object ? null : Problems.NotAnObject;

    public static StatementProblem? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? null : Problems.NotText;

    public static StatementProblem? Number(JsonElement value) => value.ValueKind == JsonValueKind.Number ? null : Problems.NotANumber;

    public static StatementProblem? Boolean(JsonElement value) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : Problems.NotABoolean;

    /// <summary>An IRI or IRL; the two differ only in what they promise.</summary>
    public static StatementProblem? Iri(JsonElement value) => Of(value, static text => Formats.IsIri(text), Problems.NotAnIri);

    public static StatementProblem? Uuid(JsonElement value) => Of(value, static text => Formats.IsUuid(text), Problems.NotAUuid);

    public static StatementProblem? Mailbox(JsonElement value) => Of(value, static text => Formats.IsMailbox(text), Problems.NotAMailbox);

    public static StatementProblem? Sha1(JsonElement value) =>
        Of(value, static text => text.Length == 40 && Formats.IsHex(text), Problems.NotASha1);

    public static StatementProblem? Language(JsonElement value) =>
        Of(value, static text => Formats.IsLanguage(text), Problems.NotALanguage);

    public static StatementProblem? Duration(JsonElement value) =>
        Of(value, static text => XApiDuration.IsValid(text), Problems.NotADuration);

    public static StatementProblem? MediaType(JsonElement value) => Of(value, Formats.IsMediaType, Problems.NotAMediaType);

    /// <summary>SHA-256, 384 or 512 in hexadecimal digits.</summary>
    public static StatementProblem? Sha2(JsonElement value) =>
        Of(value, static text => text.Length is 64 or 96 or 128 && Formats.IsHex(text), Problems.NotASha2);

    public static StatementProblem? Timestamp(JsonElement value, XApiVersion version) =>
        value.ValueKind == JsonValueKind.String && XApiTimestamp.TryParse(value.GetString(), version, out _)
            ? null
            : Problems.NotATimestamp;

    /// <summary>A language map: RFC 5646 tags to plain texts.</summary>
    public static StatementProblem? LanguageMap(JsonElement value)
    {
        if (Object(value) is { } problem)
        {
            return problem;
        }

        foreach (var entry in value.EnumerateObject())
        {
            if (!Formats.IsLanguage(entry.Name))
            {
                return Problems.NotALanguage.In(entry.Name);
            }

            if (entry.Value.ValueKind != JsonValueKind.String)
            {
                return Problems.NotText.In(entry.Name);
            }
        }

        return null;
    }

    /// <summary>Extensions: keys are IRIs, values are anything, nulls included.</summary>
    public static StatementProblem? Extensions(JsonElement value)
    {
        if (Object(value) is { } problem)
        {
            return problem;
        }

        foreach (var entry in value.EnumerateObject())
        {
            if (!Formats.IsIri(entry.Name))
            {
                return Problems.NotAnIri.In(entry.Name);
            }
        }

        return null;
    }

    /// <summary>An array whose elements all follow one rule.</summary>
    public static StatementProblem? Each(JsonElement array, Func<JsonElement, StatementProblem?> rule)
    {
        if (array.ValueKind != JsonValueKind.Array)
        {
            return Problems.NotAnArray;
        }

        var index = 0;
        foreach (var element in array.EnumerateArray())
        {
            if (rule(element) is { } problem)
            {
                return problem.At(index);
            }

            index++;
        }

        return null;
    }

    private static StatementProblem? Of(JsonElement value, Func<string, bool> format, StatementProblem otherwise) =>
        value.ValueKind == JsonValueKind.String && format(value.GetString()!) ? null : otherwise;
}
