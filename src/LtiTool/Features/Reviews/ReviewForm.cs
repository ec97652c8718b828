using System.Globalization;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Reviews;

namespace LearningBuddy.LtiTool.Features.Reviews;

/// <summary>The fields of the review, as they were typed.</summary>
public sealed class ReviewForm
{
    /// <summary>Level by behaviour key.</summary>
    public IDictionary<string, int> Levels { get; init; } = new Dictionary<string, int>();

    /// <summary>What worked.</summary>
    public string? Worked { get; set; }

    /// <summary>What to try next.</summary>
    public string? Challenge { get; set; }

    /// <summary>The draft this builds on.</summary>
    public int DraftNumber { get; set; }

    /// <summary>A draft as the fields of the form, by name: so that a page that built on an older one can show both.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> FieldsOf(ReviewText draft) =>
        new Dictionary<string, IReadOnlyList<string>>(draft.Levels.Select(level => KeyValuePair.Create(
            $"{nameof(Levels)}[{level.Key}]", (IReadOnlyList<string>)[level.Value.ToString(CultureInfo.InvariantCulture)])))
        {
            [nameof(Worked)] = [draft.Worked],
            [nameof(Challenge)] = [draft.Challenge],
        };

    /// <summary>Whether there is more than is kept: the reviewer is told.</summary>
    public bool IsTooLong => new[] { Worked, Challenge }.Any(typed => CleanText.Of(typed).Trim().Length > ReviewRules.LongestHalf);

    /// <summary>What was typed, as the domain keeps it.</summary>
    public ReviewText ToText(bool confirmed) => new(confirmed, Levels.ToDictionary(), Half(Worked), Half(Challenge));

    private static string Half(string? typed) => CleanText.Cut(CleanText.Of(typed).Trim(), ReviewRules.LongestHalf);
}
