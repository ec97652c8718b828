using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Sessions;

/// <summary>A group session was opened to a learner.</summary>
/// <param name="SessionId">Which.</param>
public sealed record GroupSessionOpened(Guid SessionId) : JourneyEvent;

/// <summary>A group session that a learner was in a breakout group of is over; noted for everybody in the group.</summary>
/// <param name="SessionId">Which.</param>
/// <param name="BreakoutId">The breakout group.</param>
/// <param name="Duration">How long the groups talked.</param>
public sealed record GroupSessionAttended(Guid SessionId, Guid BreakoutId, TimeSpan Duration) : JourneyEvent
{
    /// <summary>Key of the sprint the group talked about, or null.</summary>
    public string? SprintId { get; init; }

    /// <summary>Key of the behaviour the group talked about, or null.</summary>
    public string? BehaviourId { get; init; }
}

/// <summary>A group session is over that was open to a learner who was in none of its groups.</summary>
/// <param name="SessionId">Which.</param>
public sealed record GroupSessionEnded(Guid SessionId) : JourneyEvent;

/// <summary>A learner wrote what they take away. Their words are theirs.</summary>
/// <param name="TakeawayId">The plan.</param>
/// <param name="SessionId">From which session.</param>
public sealed record TakeawayMade(Guid TakeawayId, Guid SessionId) : JourneyEvent;

/// <summary>A learner looked at it again: it was done, or not yet.</summary>
/// <param name="TakeawayId">The plan.</param>
/// <param name="SessionId">From which session.</param>
/// <param name="Done">Whether it was done.</param>
/// <param name="MadeEventId">The event of the plan.</param>
public sealed record TakeawayAnswered(Guid TakeawayId, Guid SessionId, bool Done, Guid MadeEventId) : JourneyEvent;

/// <summary>How they are stored.</summary>
internal static class SessionEvents
{
    public static Theme Theme { get; } = new(
        "sessions",
        [
            EventType.Of<GroupSessionOpened>("session.opened").WithoutStatement(),
            EventType.Of<GroupSessionAttended>("session.attended"),
            EventType.Of<GroupSessionEnded>("session.ended").WithoutStatement(),
            EventType.Of<TakeawayMade>("takeaway.made"),
            EventType.Of<TakeawayAnswered>("takeaway.answered"),
        ])
    {
        Section = typeof(SessionsSection),
        Start = SessionsProgress.None,
        Effort = SessionsSection.Effort,
    };
}
