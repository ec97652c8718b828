using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Nudges;

namespace LearningBuddy.LtiTool.Features.Nudges;

/// <summary>Exercises in the set-up: they come with the template.</summary>
public sealed class NudgesSectionForm() : SectionForm<NudgesSection>("nudges")
{
    /// <summary>How many there are.</summary>
    public int Exercises { get; private set; }

    /// <inheritdoc />
    protected override NudgesSection Default(JourneyDesign design) => new();

    /// <inheritdoc />
    protected override void Fill(NudgesSection section) => Exercises = section.Exercises.Count;

    /// <summary>An exercise for a behaviour that was taken out goes with it.</summary>
    protected override NudgesSection Over(NudgesSection before, JourneyDesign design) => before with
    {
        Exercises = [.. before.Exercises.Where(exercise => design.FindBehaviour(exercise.BehaviourId) is { Retired: false })],
    };
}
