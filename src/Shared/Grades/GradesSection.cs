using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Reviews;

namespace LearningBuddy.Shared.Grades;

/// <summary>How confirmed evidence becomes points: an equal share for each behaviour confirmed.</summary>
/// <param name="Maximum">Points for all behaviours, above 0 and at most 1000. Prefer 100: the highest some platforms take.</param>
public sealed record GradesSection(double Maximum = 100) : IDesignSection
{
    /// <inheritdoc />
    public IEnumerable<DesignFault> Check(JourneyDesign design)
    {
        if (Maximum is not (> 0 and <= 1000))
        {
            yield return new("sections.grades.maximum", "points-range");
        }

        if (design.Find<ReviewsSection>() is null)
        {
            yield return new("sections.grades", "grades-need-reviews");
        }
    }
}
