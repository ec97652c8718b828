using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Nudges;

namespace LearningBuddy.LtiTool.Features.Nudges;

/// <summary>Exercises in the set-up: they come with the template.</summary>
public sealed class NudgesSectionForm() : SectionForm<NudgesSection>("nudges")
{
    /// <summary>Days, long after the confirmation, on which two more may come.</summary>
    private static readonly int[] LongAfter = [45, 90];

    /// <summary>Whether two more come long after the confirmation.</summary>
    public bool GoesOn { get; set; }

    /// <summary>How many there are.</summary>
    public int Exercises { get; private set; }

    /// <inheritdoc />
    protected override NudgesSection Default(JourneyDesign design) => new();

    /// <inheritdoc />
    protected override void Fill(NudgesSection section) =>
        (Exercises, GoesOn) = (section.Exercises.Count, LongAfter.All(section.Days.Contains));

    /// <summary>An exercise for a behaviour that was taken out goes with it.</summary>
    protected override NudgesSection Over(NudgesSection before, JourneyDesign design) => before with
    {
        Days = [.. before.Days.Except(LongAfter).Union(GoesOn ? LongAfter : []).Order()],
        Exercises = [.. before.Exercises.Where(exercise => design.FindBehaviour(exercise.BehaviourId) is { Retired: false })],
    };
}
