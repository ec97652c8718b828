using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Sprints;

/// <summary>Situations to choose from.</summary>
/// <param name="Sprints">In the order of the journey.</param>
public sealed record SprintsSection(IReadOnlyList<Sprint> Sprints) : IDesignSection
{
    /// <summary>The sprint with this key, or null.</summary>
    public Sprint? Find(string id) => Sprints.FirstOrDefault(sprint => sprint.Id == id);

    internal static IEnumerable<Effort> Effort(JourneyDesign design) =>
        [new(EffortBy.Learner, EffortKind.Alone, design.Find<SprintsSection>()?.Sprints.Sum(sprint => sprint.Minutes) ?? 0)];

    /// <inheritdoc />
    public IEnumerable<DesignFault> Check(JourneyDesign design)
    {
        if (Sprints.DistinctBy(sprint => sprint.Id).Count() != Sprints.Count)
        {
            yield return new("sections.sprints.sprints", "sprint-key-twice");
        }
    }
}

/// <summary>A professional situation to learn and apply.</summary>
/// <param name="Id">Stable key within the design.</param>
/// <param name="Title">Its name.</param>
/// <param name="Minutes">How long its resources take; 0 when unknown.</param>
/// <param name="BehaviourIds">What it trains.</param>
public sealed record Sprint(string Id, string Title, int Minutes, IReadOnlyList<string> BehaviourIds);
