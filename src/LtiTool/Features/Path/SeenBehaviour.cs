using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Path;

namespace LearningBuddy.LtiTool.Features.Path;

/// <summary>One behaviour as a learner and others see it, for one row of the picture.</summary>
/// <param name="Behaviour">Which.</param>
/// <param name="Progress">The learner's history.</param>
/// <param name="Levels">What the levels are called.</param>
public sealed record SeenBehaviour(Behaviour Behaviour, Progress Progress, IReadOnlyList<string> Levels)
{
    /// <summary>The own level; null where the learner said nothing yet: then nothing of others is shown.</summary>
    public int? Own => Progress.Of<PathProgress>().Own.TryGetValue(Behaviour.Id, out var own) ? Math.Min(own.Level, Levels.Count - 1) : null;

    /// <summary>What evidence says: confirmed situations.</summary>
    public int Confirmed => BehaviourStanding.Of(Progress, Behaviour.Id).Confirmed.Count;

    /// <summary>Whether it is certified.</summary>
    public bool IsCertified => Progress.Of<CertificationProgress>().Holds(Behaviour.Id);

    /// <summary>Who sees the learner at a level; nobody before the learner has said where they stand.</summary>
    public IEnumerable<View> At(int level) => Own is null
        ? []
        : Progress.Of<PathProgress>().Of(Behaviour.Id).Where(view => Math.Min(view.Level, Levels.Count - 1) == level);

    /// <summary>Who gave a view that is shown, in the order of the scale.</summary>
    public IEnumerable<View> Views => Enumerable.Range(0, Levels.Count).SelectMany(At);
}
