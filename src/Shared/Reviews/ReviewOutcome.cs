using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;

namespace LearningBuddy.Shared.Reviews;

/// <summary>What a review says happened. Pure.</summary>
public static class ReviewOutcome
{
    /// <summary>The event of a review that <see cref="ReviewRules"/> finds complete.</summary>
    /// <param name="text">What was said.</param>
    /// <param name="evidence">The version, with the behaviours it was asked about.</param>
    /// <param name="rubric">The levels.</param>
    /// <param name="reviewId">The review.</param>
    /// <param name="submissionEventId">The event of the submission.</param>
    public static JourneyEvent Of(ReviewText text, EvidenceRef evidence, Rubric rubric, Guid reviewId, Guid submissionEventId)
    {
        if (!text.Confirmed)
        {
            return new ReviewReturned(evidence, reviewId, submissionEventId);
        }

        var reached = Reached(evidence, text.Levels, rubric);
        var points = new Points(reached.BehaviourIds.Average(id => text.Levels[id]), rubric.Lowest, rubric.Highest);
        return new ReviewConfirmed(reached, reviewId, submissionEventId, points);
    }

    /// <summary>The version with the behaviours at the level that confirms: no other is confirmed.</summary>
    public static EvidenceRef Reached(EvidenceRef evidence, IReadOnlyDictionary<string, int> levels, Rubric rubric) =>
        evidence with
        {
            BehaviourIds = [.. evidence.BehaviourIds.Where(id => levels.TryGetValue(id, out var level) && level >= rubric.PassLevel)],
        };
}
