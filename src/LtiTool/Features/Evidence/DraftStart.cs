using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Nudges;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>What a new piece of evidence starts from, carried in the address of its page.</summary>
public sealed class DraftStart
{
    /// <summary>The behaviour practised.</summary>
    public string? Behaviour { get; set; }

    /// <summary>The exercise that was done.</summary>
    public string? Exercise { get; set; }

    /// <summary>As a draft without a word of the learner's.</summary>
    public EvidenceText ToText(JourneyDesign design) => new()
    {
        BehaviourIds = design.FindBehaviour(Behaviour ?? "") is { Retired: false } known ? [known.Id] : [],
        ExerciseId = Known(design, Exercise),
        Situation = design.Find<NudgesSection>()?.Find(Exercise ?? "")?.Place ?? "",
    };

    /// <summary>The id of an exercise of the design, or null.</summary>
    internal static string? Known(JourneyDesign design, string? exercise) =>
        design.Find<NudgesSection>()?.Find(exercise ?? "") is null ? null : exercise;
}
