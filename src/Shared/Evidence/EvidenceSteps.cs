using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.Shared.Evidence;

/// <summary>Go on with a draft.</summary>
public sealed record FinishDraft(Guid EvidenceId) : NextStep;

/// <summary>Writing down what happened.</summary>
public static class EvidenceSteps
{
    /// <summary>For how many behaviours something was handed in.</summary>
    internal static Phase Practised(JourneyDesign design, Progress progress)
    {
        var pieces = progress.Of<EvidenceProgress>().Pieces.Where(piece => piece.State != EvidenceState.SetAside).ToList();
        var asked = SprintChoice.Practised(design, progress);
        var practised = asked.Count(behaviour => pieces.Any(piece => piece.Latest?.BehaviourIds.Contains(behaviour.Id) == true));
        return new Phase("practice", practised, SprintChoice.HowMany(design, progress));
    }

    /// <summary>What was begun comes before anything new, the newest first.</summary>
    public static IEnumerable<NextStep> FinishDraft(JourneyDesign design, Progress progress, DateTimeOffset now) =>
        design.Find<EvidenceSection>() is null
            ? []
            : progress.Of<EvidenceProgress>().In(EvidenceState.Drafted).Reverse().Select(piece => new FinishDraft(piece.Id));
}
