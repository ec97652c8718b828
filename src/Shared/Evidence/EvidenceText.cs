using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Evidence;

/// <summary>What a learner writes: four fields, what it shows, when it happened, and where more can be found.</summary>
public sealed record EvidenceText
{
    /// <summary>The longest text of one field, in characters.</summary>
    public const int LongestField = 8000;

    /// <summary>Who was there, what was it about.</summary>
    public string Situation { get; init; } = "";

    /// <summary>What I did.</summary>
    public string Action { get; init; } = "";

    /// <summary>What happened.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>What I will do next time.</summary>
    public string Next { get; init; } = "";

    /// <summary>Keys of the behaviours it is meant to show.</summary>
    public IReadOnlyList<string> BehaviourIds { get; init; } = [];

    /// <summary>The day it happened, in the learner's own time zone, or null.</summary>
    public DateOnly? AppliedOn { get; init; }

    /// <summary>Addresses, each http or https.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Files, in the order they were added.</summary>
    public IReadOnlyList<EvidenceFile> Files { get; init; } = [];

    /// <summary>The exercise that it answers, by its key in the design, or null.</summary>
    public string? ExerciseId { get; init; }

    /// <summary>The first words of the situation: what the piece is called in lists.</summary>
    public string Title
    {
        get
        {
            var words = (Situation.Length > 0 ? Situation : Action).ReplaceLineEndings(" ").Trim();
            if (words.Length <= 60)
            {
                return words;
            }

            var cut = words.LastIndexOf(' ', 60);
            return CleanText.Cut(words, cut > 20 ? cut : 60) + "…";
        }
    }

    /// <summary>What was typed into a field, as it is kept: cleaned, and cut where it is longer than what is kept.</summary>
    public static string Typed(string? typed) => CleanText.Cut(CleanText.Of(typed).TrimEnd(), LongestField);

    /// <summary>Whether more was typed into a field than is kept.</summary>
    public static bool IsTooLong(string? typed) => CleanText.Of(typed).TrimEnd().Length > LongestField;

    /// <summary>What is still needed before it can be handed in; empty when nothing is.</summary>
    public IReadOnlyList<EvidencePart> Missing()
    {
        var missing = new List<EvidencePart>();
        Need(Situation, EvidencePart.Situation);
        Need(Action, EvidencePart.Action);
        Need(Outcome, EvidencePart.Outcome);
        if (BehaviourIds.Count == 0)
        {
            missing.Add(EvidencePart.Behaviours);
        }

        if (AppliedOn is null)
        {
            missing.Add(EvidencePart.Day);
        }

        return missing;

        void Need(string text, EvidencePart part)
        {
            if (!CleanText.IsVisible(text))
            {
                missing.Add(part);
            }
        }
    }
}

/// <summary>A part of a piece of evidence that has to be there.</summary>
public enum EvidencePart
{
    /// <summary>The situation.</summary>
    Situation,

    /// <summary>What was done.</summary>
    Action,

    /// <summary>What happened.</summary>
    Outcome,

    /// <summary>At least one behaviour.</summary>
    Behaviours,

    /// <summary>The day: certification counts days.</summary>
    Day,
}

/// <summary>A file of a piece of evidence; its content is kept once under its hash.</summary>
/// <param name="Name">As the learner's device named it, without a path.</param>
/// <param name="ContentType">One of the accepted media types.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
public sealed record EvidenceFile(string Name, string ContentType, long Length, string Sha256);
