using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Coaching;

/// <summary>A coaching goal was set.</summary>
public sealed record GoalSet(Guid GoalId, string? BehaviourId, DateTimeOffset? DueAt) : JourneyEvent
{
    /// <inheritdoc />
    public override IEnumerable<TextRef> Texts => [new(TextKind.Goal, GoalId, Revision: 1)];
}

/// <summary>A coaching goal was reworded.</summary>
/// <param name="GoalId">Which.</param>
/// <param name="Revision">2 for the first change.</param>
public sealed record GoalRevised(Guid GoalId, int Revision) : JourneyEvent
{
    /// <inheritdoc />
    public override IEnumerable<TextRef> Texts => [new(TextKind.Goal, GoalId, Revision)];
}

/// <summary>A check-in on a goal.</summary>
/// <param name="GoalId">Which.</param>
/// <param name="CheckInId">The check-in.</param>
/// <param name="Percent">0 to 100, both included.</param>
public sealed record GoalCheckedIn(Guid GoalId, Guid CheckInId, int Percent) : JourneyEvent
{
    /// <inheritdoc />
    public override IEnumerable<TextRef> Texts => [new(TextKind.CheckIn, CheckInId)];
}

/// <summary>A goal was reached.</summary>
public sealed record GoalAchieved(Guid GoalId, Guid SetEventId) : JourneyEvent;

/// <summary>A goal was dropped.</summary>
public sealed record GoalDropped(Guid GoalId, Guid SetEventId) : JourneyEvent;

/// <summary>An if-then action was planned.</summary>
public sealed record ActionPlanned(Guid ActionId, Guid? GoalId, DateTimeOffset? DueAt) : JourneyEvent;

/// <summary>An action was done.</summary>
public sealed record ActionDone(Guid ActionId, Guid? GoalId) : JourneyEvent;

/// <summary>How they are stored.</summary>
internal static class CoachingEvents
{
    public static Theme Theme { get; } = new(
        "coaching",
        [
            EventType.Of<GoalSet>("goal.set"),
            EventType.Of<GoalRevised>("goal.revised"),
            EventType.Of<GoalCheckedIn>("goal.checked-in"),
            EventType.Of<GoalAchieved>("goal.achieved"),
            EventType.Of<GoalDropped>("goal.dropped"),
            EventType.Of<ActionPlanned>("action.planned"),
            EventType.Of<ActionDone>("action.done"),
        ]);
}
