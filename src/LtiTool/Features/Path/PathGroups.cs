using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Path;

namespace LearningBuddy.LtiTool.Features.Path;

/// <summary>Behaviours that are answered on one page: those of one competency, so that a phone shows a few at a time.</summary>
/// <param name="Key">Names it in an address: the competency's key, or <c>more</c> for what belongs to none.</param>
/// <param name="Competency">The competency; null for what belongs to none.</param>
/// <param name="Behaviours">In the design's order.</param>
public sealed record PathGroup(string Key, Competency? Competency, IReadOnlyList<Behaviour> Behaviours)
{
    private const string More = "more";

    /// <summary>The groups of a design, in its order; what belongs to no competency comes last.</summary>
    public static IReadOnlyList<PathGroup> Of(JourneyDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        var active = design.ActiveBehaviours.ToLookup(behaviour => design.FindCompetency(behaviour.CompetencyId)?.Id);
        return
        [
            .. design.Competencies.Where(one => active.Contains(one.Id)).Select(one => new PathGroup(one.Id, one, [.. active[one.Id]])),
            .. active.Contains(null) ? [new PathGroup(More, null, [.. active[null]])] : Array.Empty<PathGroup>(),
        ];
    }

    /// <summary>Whether the learner has answered all of it.</summary>
    public bool IsAnswered(PathProgress path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Behaviours.All(behaviour => path.Own.ContainsKey(behaviour.Id));
    }
}
