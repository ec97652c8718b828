using System.Globalization;
using System.Text.Json;
using LearningBuddy.XApi.Lrs.Storage;

namespace LearningBuddy.LtiTool.Features.Statements;

/// <summary>What a view holds, by verb and by day of the reader.</summary>
/// <param name="Total">All of it.</param>
/// <param name="Verbs">By verb, most first; the two hundred most frequent.</param>
/// <param name="Days">By day, oldest first; the newest sixty days that have any.</param>
public sealed record StatementCounts(long Total, IReadOnlyList<VerbCount> Verbs, IReadOnlyList<DayCount> Days)
{
    /// <summary>More verbs than the profile has, and few enough to read one statement of each.</summary>
    internal const int MostVerbs = 200;

    private const int MostDays = 60;

    /// <summary>Nothing.</summary>
    public static StatementCounts None { get; } = new(0, [], []);

    /// <summary>Adds up what the record store counted.</summary>
    /// <param name="counts">By verb and quarter of an hour.</param>
    /// <param name="newest">The newest statement of each verb, for its words.</param>
    /// <param name="zone">Where the reader's days begin.</param>
    /// <param name="reader">In whose language.</param>
    internal static StatementCounts Of(
        IReadOnlyList<StatementCount> counts, IReadOnlyList<StoredStatement> newest, TimeZoneInfo zone, CultureInfo reader)
    {
        var ofVerb = counts.GroupBy(count => count.Verb)
            .ToDictionary(verb => verb.Max(count => count.Newest), verb => verb.Sum(count => count.Count));
        var verbs = newest.Select(stored => Named(stored, ofVerb[stored.Sequence], reader))
            .OrderByDescending(verb => verb.Count).ThenBy(verb => verb.Words, StringComparer.Create(reader, ignoreCase: false));
        var days = counts.GroupBy(count => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(QuarterHour.Start(count.Quarter), zone).DateTime))
            .Select(day => new DayCount(day.Key, day.Sum(count => count.Count)))
            .OrderBy(day => day.Day);
        return new StatementCounts(counts.Sum(count => count.Count), [.. verbs], [.. days.TakeLast(MostDays)]);
    }

    /// <summary>The newest statement of each of the most frequent verbs.</summary>
    internal static IReadOnlyCollection<long> NewestOf(IReadOnlyList<StatementCount> counts) =>
    [
        .. counts.GroupBy(count => count.Verb)
            .OrderByDescending(verb => verb.Sum(count => count.Count))
            .Take(MostVerbs)
            .Select(verb => verb.Max(count => count.Newest)),
    ];

    private static VerbCount Named(StoredStatement stored, long count, CultureInfo reader)
    {
        using var document = JsonDocument.Parse(stored.Payload);
        var verb = document.RootElement.GetProperty("verb");
        var iri = verb.GetProperty("id").GetString()!;
        return new VerbCount(iri, StatementWords.FindVerb(verb, reader) ?? iri, count);
    }
}

/// <summary>How often a verb occurs.</summary>
/// <param name="Verb">Its IRI.</param>
/// <param name="Words">In the reader's language, else in English or any, else the IRI: two verbs may end alike.</param>
/// <param name="Count">At least 1.</param>
public sealed record VerbCount(string Verb, string Words, long Count);

/// <summary>How many statements a day has, by when they happened.</summary>
/// <param name="Day">Of the reader.</param>
/// <param name="Count">At least 1.</param>
public sealed record DayCount(DateOnly Day, long Count);
