using System.Globalization;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>The fields of the form, as they were typed.</summary>
public sealed class EvidenceForm
{
    /// <summary>Most addresses kept.</summary>
    private const int MostLinks = 10;

    /// <summary>Nobody alive did anything before.</summary>
    private const int FirstYear = 1900;

    /// <summary>The longest address kept, in characters: cut, it would lead elsewhere.</summary>
    private const int LongestLink = 2000;

    /// <summary>Who was there, what was it about.</summary>
    public string? Situation { get; set; }

    /// <summary>What I did.</summary>
    public string? Action { get; set; }

    /// <summary>What happened.</summary>
    public string? Outcome { get; set; }

    /// <summary>What I will do next time.</summary>
    public string? Next { get; set; }

    /// <summary>Keys of behaviours.</summary>
    public IList<string> Behaviours { get; init; } = [];

    /// <summary>The day, as a date input writes it.</summary>
    public string? AppliedOn { get; set; }

    /// <summary>One address a line.</summary>
    public string? Links { get; set; }

    /// <summary>The exercise that it answers, by its key, or null.</summary>
    public string? Exercise { get; set; }

    /// <summary>The draft this builds on.</summary>
    public int DraftNumber { get; set; }

    /// <summary>Files that were chosen and are not kept yet.</summary>
    public IList<IFormFile> File { get; init; } = [];

    /// <summary>Files that the page left out already, as <see cref="RefusedFile.ToString"/> writes them.</summary>
    public IList<string> LeftOut { get; init; } = [];

    /// <summary>Whether there is a word or a file: with the first, a draft begins.</summary>
    public bool HasContent => File.Count > 0 || new[] { Situation, Action, Outcome, Next, Links }.Any(CleanText.IsVisible);

    /// <summary>Whether there is more than is kept: the person is told.</summary>
    public bool IsTooLong =>
        new[] { Situation, Action, Outcome, Next }.Any(EvidenceText.IsTooLong)
            || Addresses.Count > MostLinks || Addresses.Any(link => link.Length > LongestLink);

    private IReadOnlyList<string> Addresses =>
        CleanText.Of(Links).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What was typed, as the domain keeps it; files stay as they are.</summary>
    public EvidenceText ToText(JourneyDesign design, EvidenceText before) => before with
    {
        Situation = EvidenceText.Typed(Situation),
        Action = EvidenceText.Typed(Action),
        Outcome = EvidenceText.Typed(Outcome),
        Next = EvidenceText.Typed(Next),
        BehaviourIds = [.. Behaviours.Where(id => design.FindBehaviour(id) is not null).Distinct()],
        AppliedOn = DateOnly.TryParseExact(AppliedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= FirstYear and <= DesignRules.LastYear
            ? day
            : null,
        Links = [.. Addresses.Where(link => link.Length <= LongestLink).Take(MostLinks)],
        ExerciseId = before.ExerciseId ?? DraftStart.Known(design, Exercise),
    };

    /// <summary>Whether it says the same as what was sent.</summary>
    public bool Says(JourneyDesign design, EvidenceText sent)
    {
        var (typed, kept) = (FieldsOf(ToText(design, sent)), FieldsOf(sent));
        return File.Count == 0 && kept.All(field => field.Value.SequenceEqual(typed[field.Key]));
    }

    /// <summary>A draft as the fields of the form, by name: so that a page that built on an older one can show both.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> FieldsOf(EvidenceText draft) =>
        new Dictionary<string, IReadOnlyList<string>>
        {
            [nameof(Situation)] = [draft.Situation],
            [nameof(Action)] = [draft.Action],
            [nameof(Outcome)] = [draft.Outcome],
            [nameof(Next)] = [draft.Next],
            [nameof(Behaviours)] = draft.BehaviourIds,
            [nameof(AppliedOn)] = [draft.AppliedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""],
            [nameof(Links)] = [string.Join('\n', draft.Links)],
            [nameof(Exercise)] = [draft.ExerciseId ?? ""],
        };
}
