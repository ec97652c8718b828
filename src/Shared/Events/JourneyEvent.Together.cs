namespace LearningBuddy.Shared.Events;

public abstract partial record JourneyEvent
{
    /// <summary>A peer circle was formed.</summary>
    public sealed record CircleFormed(Guid CircleId, string Name) : JourneyEvent;

    /// <summary>A learner joined a peer circle.</summary>
    public sealed record CircleJoined(Guid CircleId, string Name) : JourneyEvent;

    /// <summary>A peer circle met or reconvened.</summary>
    /// <param name="Meeting">Its kind says which of the two.</param>
    /// <param name="CircleName">The circle's neutral name.</param>
    /// <param name="Attendees">Persons who were there: one statement each.</param>
    /// <param name="Duration">How long it took.</param>
    public sealed record CircleMet(MeetingRef Meeting, string CircleName, IReadOnlyList<Guid> Attendees, TimeSpan Duration) : JourneyEvent;

    /// <summary>Somebody promised to try something.</summary>
    /// <param name="CommitmentId">The promise.</param>
    /// <param name="GroupId">The circle or pair it was made to.</param>
    /// <param name="InCircle">True for a circle, false for a pair.</param>
    /// <param name="Words">The promise; free text.</param>
    /// <param name="DueAt">When it is looked at again.</param>
    public sealed record CommitmentMade(Guid CommitmentId, Guid GroupId, bool InCircle, string Words, DateTimeOffset? DueAt) : JourneyEvent;

    /// <summary>A promise was kept or not.</summary>
    public sealed record CommitmentSettled(Guid CommitmentId, Guid GroupId, bool InCircle, bool Kept, Guid MadeEventId) : JourneyEvent;

    /// <summary>A coaching goal was set.</summary>
    public sealed record GoalSet(Guid GoalId, string Words, BehaviourRef? Behaviour, DateTimeOffset? DueAt) : JourneyEvent;

    /// <summary>A coaching goal was reworded.</summary>
    public sealed record GoalRevised(Guid GoalId, string Words, int Revision) : JourneyEvent;

    /// <summary>A check-in on a goal.</summary>
    /// <param name="GoalId">Which.</param>
    /// <param name="Percent">0 to 100, both included.</param>
    /// <param name="Words">What was said; free text, null where it is private.</param>
    public sealed record GoalCheckedIn(Guid GoalId, int Percent, string? Words) : JourneyEvent;

    /// <summary>A goal was reached.</summary>
    public sealed record GoalAchieved(Guid GoalId, Guid SetEventId) : JourneyEvent;

    /// <summary>A goal was dropped.</summary>
    public sealed record GoalDropped(Guid GoalId, Guid SetEventId) : JourneyEvent;

    /// <summary>An if-then action was planned.</summary>
    public sealed record ActionPlanned(Guid ActionId, Guid? GoalId, DateTimeOffset? DueAt) : JourneyEvent;

    /// <summary>An action was done.</summary>
    public sealed record ActionDone(Guid ActionId, Guid? GoalId) : JourneyEvent;
}
