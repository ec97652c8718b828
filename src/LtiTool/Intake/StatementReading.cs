using System.Globalization;
using System.Text.Json;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Found;
using LearningBuddy.XApi.Profile;

namespace LearningBuddy.LtiTool.Intake;

/// <summary>What the tool wants to know of a statement that somebody else made.</summary>
internal abstract record StatementReading
{
    private const int LongestName = 200;
    private const string VoidedVerb = "http://adlnet.gov/expapi/verbs/voided";

    private StatementReading()
    {
    }

    /// <summary>Somebody did something.</summary>
    /// <param name="HomePage">Whose account the actor has.</param>
    /// <param name="Name">The account.</param>
    /// <param name="Statement">What rules look at.</param>
    public sealed record Found(string HomePage, string Name, FoundStatement Statement) : StatementReading
    {
        /// <summary>What the activity is called, by language tag: readable lines only.</summary>
        public IReadOnlyList<KeyValuePair<string, string>> ActivityNames { get; init; } = [];

        /// <summary>The statement with the activity's name in a language, where it has one.</summary>
        /// <param name="language">A language tag.</param>
        public FoundStatement In(string language) =>
            NameIn(language) is { } name ? Statement with { ActivityName = name } : Statement;

        private string? NameIn(string language) =>
            ActivityNames.Where(one => one.Key.Equals(language, StringComparison.OrdinalIgnoreCase))
                .Concat(ActivityNames.Where(one => Primary(one.Key).Equals(Primary(language), StringComparison.OrdinalIgnoreCase)))
                .Select(one => one.Value)
                .FirstOrDefault();

        private static string Primary(string tag) => tag.Split('-')[0];
    }

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
        var names = NamesOf(statement);
        var called = names.Count == 0 ? activity : names[0].Value;
        return new Found(
            home, name, new FoundStatement(id, verb, activity, called, Success(statement), Scaled(statement), happened))
        {
            ActivityNames = names,
        };
    }

    private static bool IsOurs(JsonElement statement) =>
        Find(statement, "context", "contextActivities", "category") is { ValueKind: JsonValueKind.Array } categories
        && categories.EnumerateArray().Any(category => Text(category, "id") == ProfileIris.Version);

    /// <summary>Authors paste markup and whole paragraphs; what is left without them may be nothing.</summary>
    private static List<KeyValuePair<string, string>> NamesOf(JsonElement statement) =>
        Find(statement, "object", "definition", "name") is { ValueKind: JsonValueKind.Object } names
            ?
            [
                .. from name in names.EnumerateObject()
                   let line = PlainText.Line(Text(name.Value), LongestName)
                   where line is not null
                   select KeyValuePair.Create(name.Name, line),
            ]
            : [];

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
        Find(statement, "result", "score", part) is { ValueKind: JsonValueKind.Number } number && double.IsFinite(number.GetDouble())
            ? number.GetDouble()
            : null;

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
