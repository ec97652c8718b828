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

/// <summary>A learner ticked off a resource or an activity.</summary>
/// <param name="SprintId">Of which sprint.</param>
/// <param name="PartId">Which.</param>
public sealed record SprintPartDone(string SprintId, string PartId) : JourneyEvent;

/// <summary>A learner took a tick back.</summary>
/// <param name="SprintId">Of which sprint.</param>
/// <param name="PartId">Which.</param>
public sealed record SprintPartUndone(string SprintId, string PartId) : JourneyEvent;

/// <summary>A learner wants to see one thing at a time, or all of a sprint.</summary>
/// <param name="IsSmall">True for one thing at a time.</param>
public sealed record SprintPaceChosen(bool IsSmall) : JourneyEvent;

/// <summary>A learner takes a break: nothing is asked for meanwhile, and their dates move.</summary>
/// <param name="From">Its first day, where the learner is.</param>
/// <param name="Until">The day on which it goes on by itself.</param>
/// <param name="EndsAt">When that day begins where the learner is, UTC: frozen.</param>
public sealed record SprintsPaused(DateOnly From, DateOnly Until, DateTimeOffset EndsAt) : JourneyEvent;

/// <summary>A learner goes on before the break is over.</summary>
/// <param name="On">The day, where the learner is.</param>
public sealed record SprintsResumed(DateOnly On) : JourneyEvent;

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
            EventType.Of<SprintPartDone>("sprint.part-done").WithoutStatement(),
            EventType.Of<SprintPartUndone>("sprint.part-undone").WithoutStatement(),
            EventType.Of<SprintPaceChosen>("sprint.pace-chosen").WithoutStatement(),
            EventType.Of<SprintsPaused>("sprint.paused").WithoutStatement(),
            EventType.Of<SprintsResumed>("sprint.resumed").WithoutStatement(),
        ])
    {
        Section = typeof(SprintsSection),
        Start = SprintsProgress.None,
        Effort = SprintsSection.Effort,
        Phase = SprintSteps.Choice,
    };
}
