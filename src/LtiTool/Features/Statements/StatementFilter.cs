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
    public bool IsNarrow => Person is not null || !string.IsNullOrEmpty(Verb) || !string.IsNullOrEmpty(Behaviour) || !string.IsNullOrEmpty(Sprint) || Since(TimeZoneInfo.Utc) is not null || Before(TimeZoneInfo.Utc) is not null;

    /// <summary>Just before the first day begins, where the reader is.</summary>
    public DateTimeOffset? Since(TimeZoneInfo zone) => Day(From, zone)?.AddMilliseconds(-1);

    /// <summary>When the last day ends, where the reader is.</summary>
    public DateTimeOffset? Before(TimeZoneInfo zone) => Day(Until, zone)?.AddDays(1).AddMilliseconds(-1);

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

    private static DateTimeOffset? Day(string? typed, TimeZoneInfo zone)
    {
        if (!DateTime.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return null;
        }

        return new DateTimeOffset(day, zone.GetUtcOffset(day)).ToUniversalTime();
    }
}
