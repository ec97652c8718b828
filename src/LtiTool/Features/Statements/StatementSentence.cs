using System.Globalization;
using System.Text.Json;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.XApi.Lrs.Storage;

namespace LearningBuddy.LtiTool.Features.Statements;

/// <summary>A statement as a sentence: who did what with what, and when.</summary>
/// <param name="Id">The statement.</param>
/// <param name="Who">Name of the actor as the tool knows it, else the account's name.</param>
/// <param name="Verb">IRI of the verb.</param>
/// <param name="Did">The verb in the reader's language.</param>
/// <param name="What">The object in the reader's language.</param>
/// <param name="Detail">Score or answer, or null.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="Json">The statement itself.</param>
public sealed record StatementSentence(
    Guid Id, string Who, string Verb, string Did, string What, string? Detail, DateTimeOffset At, string Json)
{
    /// <summary>Never at the end of a line: no-break spaces hold a score together.</summary>
    private const string OutOf = "\u00A0/\u00A0";

    /// <summary>Reads a stored statement.</summary>
    /// <param name="stored">The statement.</param>
    /// <param name="names">Names by subject of the platform.</param>
    /// <param name="titles">What things are called by those who wrote them, by IRI.</param>
    /// <param name="reader">In whose language and with whose numbers.</param>
    public static StatementSentence From(
        StoredStatement stored, IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, string> titles, CultureInfo reader)
    {
        using var document = JsonDocument.Parse(stored.Payload);
        var statement = document.RootElement;
        var actor = statement.GetProperty("actor");
        var verb = statement.GetProperty("verb");
        return new StatementSentence(
            stored.Id,
            Name(actor, names),
            verb.GetProperty("id").GetString()!,
            StatementWords.FindVerb(verb, reader) ?? verb.GetProperty("id").GetString()!.Split('/')[^1],
            ObjectName(statement.GetProperty("object"), names, titles, reader),
            DetailOf(statement, reader),
            statement.GetProperty("timestamp").GetDateTimeOffset(),
            statement.GetRawText());
    }

    private static string ObjectName(
        JsonElement thing, IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, string> titles, CultureInfo reader)
    {
        var iri = thing.TryGetProperty("id", out var id) ? id.GetString() : null;
        if (iri is not null && titles.TryGetValue(iri, out var title))
        {
            return title;
        }

        if (thing.TryGetProperty("definition", out var definition) && StatementWords.FindName(definition, reader) is { } name)
        {
            return name;
        }

        return iri ?? Name(thing, names);
    }

    private static string Name(JsonElement agent, IReadOnlyDictionary<string, string> names)
    {
        var account = agent.TryGetProperty("account", out var found) ? found.GetProperty("name").GetString() : null;
        return account is not null && names.TryGetValue(account, out var known) ? known
            : agent.TryGetProperty("name", out var name) ? name.GetString()! : account ?? "?";
    }

    private static string Number(JsonElement number, CultureInfo reader) => Digits.Of(number.GetDouble().ToString("0.##", reader), reader);

    private static string? DetailOf(JsonElement statement, CultureInfo reader)
    {
        if (!statement.TryGetProperty("result", out var result))
        {
            return null;
        }

        var score = result.TryGetProperty("score", out var points) && points.TryGetProperty("raw", out var raw)
            ? Number(raw, reader) + (points.TryGetProperty("max", out var max) ? OutOf + Number(max, reader) : "")
            : null;
        return score ?? (result.TryGetProperty("response", out var response) ? response.GetString() : null);
    }
}
