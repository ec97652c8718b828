using System.Globalization;
using System.Text.Json;
using LearningBuddy.Shared.Found;
using LearningBuddy.XApi.Profile;

namespace LearningBuddy.LtiTool.Intake;

/// <summary>What the tool wants to know of a statement that somebody else made.</summary>
internal abstract record StatementReading
{
    private const string VoidedVerb = "http://adlnet.gov/expapi/verbs/voided";

    private StatementReading()
    {
    }

    /// <summary>Somebody did something.</summary>
    /// <param name="HomePage">Whose account the actor has.</param>
    /// <param name="Name">The account.</param>
    /// <param name="Statement">What rules look at.</param>
    public sealed record Found(string HomePage, string Name, FoundStatement Statement) : StatementReading;

    /// <summary>A statement was taken back.</summary>
    public sealed record Voided(Guid StatementId) : StatementReading;

    /// <summary>One of our own, or nothing that could be practice of a person we know by account.</summary>
    public sealed record Skipped : StatementReading;

    /// <summary>Reads a stored statement.</summary>
    public static StatementReading Of(Guid id, ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var statement = document.RootElement;
        var verb = Text(statement, "verb", "id") ?? "";
        if (verb == VoidedVerb)
        {
            return Guid.TryParse(Text(statement, "object", "id"), out var voided) ? new Voided(voided) : new Skipped();
        }

        // A record store that forwards what we sent to it must not make evidence of our own words.
        if (IsOurs(statement)
            || Text(statement, "actor", "account", "homePage") is not { } home
            || Text(statement, "actor", "account", "name") is not { } name
            || Text(statement, "object", "id") is not { } activity || Text(statement, "object", "objectType") is not (null or "Activity"))
        {
            return new Skipped();
        }

        var happened = DateTimeOffset.TryParse(Text(statement, "timestamp"), CultureInfo.InvariantCulture, out var at)
            ? at.ToUniversalTime()
            : DateTimeOffset.MinValue;
        return new Found(
            home, name,
            new FoundStatement(id, verb, activity, ActivityName(statement) ?? activity, Success(statement), Scaled(statement), happened));
    }

    private static bool IsOurs(JsonElement statement) =>
        Find(statement, "context", "contextActivities", "category") is { ValueKind: JsonValueKind.Array } categories
        && categories.EnumerateArray().Any(category => Text(category, "id") == ProfileIris.Version);

    private static string? ActivityName(JsonElement statement) =>
        Find(statement, "object", "definition", "name") is { ValueKind: JsonValueKind.Object } names
            ? names.EnumerateObject().Select(name => Text(name.Value)).FirstOrDefault(name => name is not null)
            : null;

    private static bool? Success(JsonElement statement) =>
        Find(statement, "result", "success") is { ValueKind: JsonValueKind.True or JsonValueKind.False } success
            ? success.GetBoolean()
            : null;

    /// <summary>The scaled score, or what raw, min and max make of it.</summary>
    private static double? Scaled(JsonElement statement)
    {
        if (Number(statement, "scaled") is { } scaled)
        {
            return scaled;
        }

        return Number(statement, "raw") is { } raw
            && Number(statement, "min") is { } min
            && Number(statement, "max") is { } max
            && max > min
            ? (raw - min) / (max - min)
            : null;
    }

    private static double? Number(JsonElement statement, string part) =>
        Find(statement, "result", "score", part) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    /// <summary>
    /// The text there. One with a zero character, which no database keeps, is none: no account, activity or name of ours has it.
    /// </summary>
    private static string? Text(JsonElement element, params string[] path) =>
        Find(element, path) is { ValueKind: JsonValueKind.String } text
            && text.GetString() is { } value
            && !value.Contains('\0', StringComparison.Ordinal)
            ? value
            : null;

    private static JsonElement? Find(JsonElement element, params string[] path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }
}
