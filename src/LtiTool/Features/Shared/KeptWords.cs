namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>Words of a draft that this device may still keep, for <c>_KeptWords.cshtml</c>.</summary>
/// <param name="Key">Under which, as in <c>data-key</c>.</param>
/// <param name="Fields">The fields for words.</param>
public sealed record KeptWords(string Key, params IReadOnlyList<string> Fields)
{
    /// <summary>Those of evidence.</summary>
    public static KeptWords OfEvidence(Guid id) => new($"evidence-{id}", "Situation", "Action", "Outcome", "Next", "Links");

    /// <summary>Those of a review.</summary>
    public static KeptWords OfReview(Guid evidenceId) => new($"review-{evidenceId}", "Worked", "Challenge");
}
