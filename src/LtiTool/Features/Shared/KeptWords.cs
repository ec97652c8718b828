namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>Words of a draft that this device may still keep, for <c>_KeptWords.cshtml</c>.</summary>
/// <param name="Key">Under which, as in <c>data-key</c>.</param>
/// <param name="Fields">The fields for words, each with the id of its label.</param>
public sealed record KeptWords(string Key, params IReadOnlyList<(string Name, string Label)> Fields)
{
    /// <summary>Those of evidence.</summary>
    public static KeptWords OfEvidence(Guid id) => new(
        $"evidence-{id}",
        ("Situation", "shared.the-situation"),
        ("Action", "shared.what-i-did"),
        ("Outcome", "shared.what-happened"),
        ("Next", "shared.what-next-time"),
        ("Links", "shared.links"));

    /// <summary>Those of a review.</summary>
    public static KeptWords OfReview(Guid evidenceId) => new(
        $"review-{evidenceId}", ("Worked", "shared.what-worked"), ("Challenge", "shared.what-to-try"));
}
