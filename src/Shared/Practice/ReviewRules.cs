using LearningBuddy.Shared.Journeys;

namespace LearningBuddy.Shared.Practice;

/// <summary>What a review must hold before it is taken: both halves of feedback, and a level for each behaviour.</summary>
public static class ReviewRules
{
    /// <summary>The longest text of one half, in characters.</summary>
    public const int LongestHalf = 4000;

    /// <summary>Lists what is missing; empty when the review can be given.</summary>
    public static IReadOnlyList<ReviewGap> Check(ReviewText review, IEnumerable<string> behaviourIds, Rubric rubric)
    {
        var gaps = new List<ReviewGap>();
        var asked = behaviourIds.ToList();
        if (asked.Exists(id => !review.Levels.TryGetValue(id, out var level) || rubric.Levels.All(known => known.Value != level)))
        {
            gaps.Add(ReviewGap.Level);
        }

        if (string.IsNullOrWhiteSpace(review.Worked))
        {
            gaps.Add(ReviewGap.Worked);
        }

        if (string.IsNullOrWhiteSpace(review.Challenge))
        {
            gaps.Add(ReviewGap.Challenge);
        }

        if (review.Confirmed && gaps.Count == 0 && !asked.Exists(id => review.Levels[id] >= rubric.PassLevel))
        {
            gaps.Add(ReviewGap.NothingReachesThePassLevel);
        }

        return gaps;
    }
}

/// <summary>What a review lacks.</summary>
public enum ReviewGap
{
    /// <summary>A level for one of the behaviours.</summary>
    Level,

    /// <summary>What worked.</summary>
    Worked,

    /// <summary>What to do next or differently.</summary>
    Challenge,

    /// <summary>Confirming needs at least one behaviour at the level that confirms.</summary>
    NothingReachesThePassLevel,
}
