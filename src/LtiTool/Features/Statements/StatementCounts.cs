using System.Globalization;
using System.Text.Json;
using LearningBuddy.XApi.Lrs.Storage;

namespace LearningBuddy.LtiTool.Features.Statements;

/// <summary>Counts statements by verb and by day while they stream by.</summary>
internal sealed class StatementCounts(TimeZoneInfo zone)
{
    private const int MostDays = 60;
    private readonly Dictionary<string, (string Words, int Count)> verbs = [];
    private readonly SortedDictionary<DateOnly, int> days = [];

    /// <summary>How many were counted.</summary>
    public int Total { get; private set; }

    /// <summary>By verb, most first.</summary>
    public IReadOnlyList<VerbCount> Verbs =>
        [.. verbs.Select(verb => new VerbCount(verb.Key, verb.Value.Words, verb.Value.Count)).OrderByDescending(verb => verb.Count).ThenBy(verb => verb.Words, StringComparer.CurrentCulture)];

    /// <summary>By day, oldest first; the newest sixty days that have any.</summary>
    public IReadOnlyList<DayCount> Days => [.. days.TakeLast(MostDays).Select(day => new DayCount(day.Key, day.Value))];

    /// <summary>Counts one.</summary>
    public void Add(StoredStatement stored)
    {
        using var document = JsonDocument.Parse(stored.Payload);
        var verb = document.RootElement.GetProperty("verb");
        var iri = verb.GetProperty("id").GetString()!;
        verbs[iri] = verbs.TryGetValue(iri, out var known) ? (known.Words, known.Count + 1) : (Words(verb) ?? iri, 1);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(document.RootElement.GetProperty("timestamp").GetDateTimeOffset(), zone).DateTime);
        days[day] = days.GetValueOrDefault(day) + 1;
        Total++;
    }

    private static string? Words(JsonElement verb)
    {
        if (!verb.TryGetProperty("display", out var display))
        {
            return null;
        }

        return display.TryGetProperty(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, out var own) || display.TryGetProperty("en", out own) ? own.GetString() : null;
    }
}

/// <summary>How often a verb occurs.</summary>
public sealed record VerbCount(string Verb, string Words, int Count);

/// <summary>How many statements a day has.</summary>
public sealed record DayCount(DateOnly Day, int Count);
