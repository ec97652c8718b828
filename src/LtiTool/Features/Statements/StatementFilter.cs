using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Statements;

/// <summary>Which statements of the journey somebody looks at; lives in the page's address, so that a view can be kept.</summary>
public sealed class StatementFilter
{
    /// <summary>A person, or null for all.</summary>
    [FromQuery] public Guid? Person { get; set; }

    /// <summary>IRI of a verb, or null.</summary>
    [FromQuery] public string? Verb { get; set; }

    /// <summary>Key of a behaviour, or null.</summary>
    [FromQuery] public string? Behaviour { get; set; }

    /// <summary>Key of a sprint, or null.</summary>
    [FromQuery] public string? Sprint { get; set; }

    /// <summary>First day, as a date input writes it, or null.</summary>
    [FromQuery] public string? From { get; set; }

    /// <summary>Last day, or null.</summary>
    [FromQuery] public string? Until { get; set; }

    /// <summary>Where the page goes on, or null for the newest.</summary>
    [FromQuery] public long? After { get; set; }

    /// <summary>Whether anything narrows the view.</summary>
    public bool IsNarrow => Person is not null || Begins(TimeZoneInfo.Utc) is not null || Ends(TimeZoneInfo.Utc) is not null
        || new[] { Verb, Behaviour, Sprint }.Any(chosen => !string.IsNullOrEmpty(chosen));

    /// <summary>When the first day begins, where the reader is.</summary>
    public DateTimeOffset? Begins(TimeZoneInfo zone) => Day(From, zone, after: 0);

    /// <summary>When the last day ends, where the reader is: the first moment that is no longer in it.</summary>
    public DateTimeOffset? Ends(TimeZoneInfo zone) => Day(Until, zone, after: 1);

    /// <summary>The same view as route values, with one thing changed.</summary>
    public Dictionary<string, string?> With(string key, string? value) => new()
    {
        ["person"] = key == "person" ? value : Person?.ToString(),
        ["verb"] = key == "verb" ? value : Verb,
        ["behaviour"] = key == "behaviour" ? value : Behaviour,
        ["sprint"] = key == "sprint" ? value : Sprint,
        ["from"] = key == "from" ? value : From,
        ["until"] = key == "until" ? value : Until,
        ["after"] = key == "after" ? value : null,
    };

    /// <summary>The same view of one day alone.</summary>
    public Dictionary<string, string?> On(DateOnly day)
    {
        var iso = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new(With("from", iso)) { ["until"] = iso };
    }

    /// <summary>The beginning of a day, or of one after it: a day may have 23 or 25 hours.</summary>
    private static DateTimeOffset? Day(string? typed, TimeZoneInfo zone, int after)
    {
        if (!DateTime.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || day.Year is 1 or 9999)
        {
            return null;
        }

        var midnight = day.AddDays(after);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
