using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.Shared.Grades;

/// <summary>A learner's grade with the reasons for it: a pure function of the learner's events.</summary>
/// <param name="Given">Points, 0 to <paramref name="Maximum"/>, both included; two decimals.</param>
/// <param name="Maximum">Points for everything.</param>
/// <param name="Trail">One entry per behaviour, in the design's order.</param>
/// <param name="IsFinal">True once a confirmation gave points: only then is anything sent, and never a lesser state after it.</param>
public sealed record Grade(double Given, double Maximum, IReadOnlyList<GradeTrailEntry> Trail, bool IsFinal)
{
    /// <summary>
    /// Calculates the grade. A behaviour that the learner doesn't practise, because it was retired or belongs to a sprint they didn't
    /// choose, counts for those who have shown it and for nobody else, so that a change of the design takes nothing away.
    /// </summary>
    /// <param name="design">The journey's design.</param>
    /// <param name="progress">The learner's history.</param>
    /// <returns>The grade, or null when the journey gives none.</returns>
    public static Grade? Of(JourneyDesign design, Progress progress)
    {
        if (design.Find<GradesSection>() is not { } section)
        {
            return null;
        }

        var practised = SprintChoice.Practised(design, progress).ToHashSet();
        var counted = design.Behaviours
            .Select(behaviour => (Behaviour: behaviour, First: BehaviourStanding.Of(progress, behaviour.Id).First))
            .Where(pair => practised.Contains(pair.Behaviour) || pair.First is not null)
            .ToList();
        var share = section.Maximum / Math.Max(counted.Count, SprintChoice.HowMany(design, progress));
        var trail = counted.ConvertAll(pair => new GradeTrailEntry(pair.Behaviour, Math.Round(share, 2), pair.First));
        var shown = trail.Count(entry => entry.Piece is not null);
        return new Grade(Math.Round(share * shown, 2), section.Maximum, trail, shown > 0);
    }
}

/// <summary>Why a behaviour has points, or has none yet.</summary>
/// <param name="Behaviour">Which.</param>
/// <param name="Points">What it is worth, given or not.</param>
/// <param name="Piece">The piece of evidence whose confirmation gave the points, or null.</param>
public sealed record GradeTrailEntry(Behaviour Behaviour, double Points, PieceProgress? Piece);
