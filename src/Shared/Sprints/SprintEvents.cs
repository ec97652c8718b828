using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Sprints;

/// <summary>A learner chose a sprint.</summary>
public sealed record SprintChosen(string SprintId) : JourneyEvent;

/// <summary>A learner dropped a sprint chosen before.</summary>
public sealed record SprintUnchosen(string SprintId) : JourneyEvent;

/// <summary>A learner began a sprint.</summary>
public sealed record SprintStarted(string SprintId) : JourneyEvent;

/// <summary>A learner got further in a sprint.</summary>
/// <param name="SprintId">Which.</param>
/// <param name="Percent">0 to 100, both included.</param>
public sealed record SprintProgressed(string SprintId, int Percent) : JourneyEvent;

/// <summary>A learner finished a sprint.</summary>
public sealed record SprintCompleted(string SprintId, TimeSpan Duration) : JourneyEvent;

/// <summary>How they are stored.</summary>
internal static class SprintEvents
{
    public static Theme Theme { get; } = new(
        "sprints",
        [
            EventType.Of<SprintChosen>("sprint.chosen"),
            EventType.Of<SprintUnchosen>("sprint.unchosen"),
            EventType.Of<SprintStarted>("sprint.started"),
            EventType.Of<SprintProgressed>("sprint.progressed"),
            EventType.Of<SprintCompleted>("sprint.completed"),
        ])
    {
        Section = typeof(SprintsSection),
        Effort = SprintsSection.Effort,
    };
}
