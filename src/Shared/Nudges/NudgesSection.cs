using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Nudges;

/// <summary>What is asked after a confirmation.</summary>
public sealed record NudgesSection : IDesignSection
{
    /// <summary>Days after the confirmation, rising. The spacing itself matters little, so the ladder is plain.</summary>
    public IReadOnlyList<int> Days { get; init; } = [1, 3, 6, 10, 15, 21];

    /// <summary>Exercises of five minutes or less, used in turn.</summary>
    public IReadOnlyList<Exercise> Exercises { get; init; } = [];

    /// <summary>The exercise with this key, or null.</summary>
    public Exercise? Find(string id) => Exercises.FirstOrDefault(exercise => exercise.Id == id);

    /// <summary>An exercise takes five minutes at most.</summary>
    private const int MinutesEach = 5;

    internal static IEnumerable<Effort> Effort(JourneyDesign design) =>
        design.Find<NudgesSection>() is { Exercises.Count: > 0 } section
            ? [new(EffortBy.Learner, EffortKind.AtWork, section.Days.Count * MinutesEach)]
            : [];

    /// <inheritdoc />
    public IEnumerable<DesignFault> Check(JourneyDesign design)
    {
        if (Days.Any(day => day < 1) || Days.Zip(Days.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            yield return new("sections.nudges.days", "nudge-days");
        }

        foreach (var exercise in Exercises.Where(exercise => design.FindBehaviour(exercise.BehaviourId) is null))
        {
            yield return new("sections.nudges.exercises", "exercise-behaviour", exercise.Id, exercise.BehaviourId);
        }
    }
}

/// <summary>A micro-exercise.</summary>
/// <param name="Id">Stable key within the design.</param>
/// <param name="Text">What to do, as one sentence.</param>
/// <param name="BehaviourId">What it trains.</param>
public sealed record Exercise(string Id, string Text, string BehaviourId);
