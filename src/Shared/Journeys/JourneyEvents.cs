using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Journeys;

/// <summary>A learner began the journey.</summary>
public sealed record JourneyStarted : JourneyEvent;

/// <summary>A learner finished the journey.</summary>
/// <param name="Success">Whether everything the rule asks for was certified.</param>
/// <param name="Duration">From start to end.</param>
public sealed record JourneyCompleted(bool Success, TimeSpan Duration) : JourneyEvent;

/// <summary>
/// Whoever facilitates, the actor, started a learner over: what was sent before no longer counts, and can still be read. Drafts, what came
/// back, the learning buddy and everything the two wrote stay.
/// </summary>
public sealed record JourneyRestarted : JourneyEvent;

/// <summary>A learner left the journey.</summary>
public sealed record JourneyWithdrawn : JourneyEvent;

/// <summary>The journey has a new design: this learner's figures hold under it from now on.</summary>
/// <param name="Number">The version, from 2.</param>
public sealed record DesignChanged(int Number) : JourneyEvent;

/// <summary>How they are stored.</summary>
internal static class JourneyEvents
{
    public static Theme Theme { get; } = new(
        "journeys",
        [
            EventType.Of<JourneyStarted>("journey.started"),
            EventType.Of<JourneyCompleted>("journey.completed"),
            EventType.Of<JourneyRestarted>("journey.restarted"),
            EventType.Of<JourneyWithdrawn>("journey.withdrawn"),
            EventType.Of<DesignChanged>("design.changed").WithoutStatement(),
        ])
    {
        Start = JourneyProgress.None,
        Messages = JourneyMessages.Of,
        Upcoming = JourneySteps.Ahead,
        Phase = (_, progress) => new Phase("start", progress.Of<JourneyProgress>().HasStarted ? 1 : 0, 1),
    };
}
