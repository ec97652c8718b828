namespace LearningBuddy.Shared.Events;

public abstract partial record JourneyEvent
{
    /// <summary>A learner invited a learning buddy.</summary>
    /// <param name="PairId">The pairing asked for.</param>
    /// <param name="BuddyId">The person invited, or null when the invitation went out as a code.</param>
    public sealed record BuddyInvited(Guid PairId, Guid? BuddyId) : JourneyEvent;

    /// <summary>A learning buddy accepted; the actor is the buddy.</summary>
    public sealed record BuddyAccepted(Guid PairId, Guid InvitationEventId) : JourneyEvent;

    /// <summary>A learning buddy declined; the actor is the buddy. The reason stays between the two and is not part of the event.</summary>
    public sealed record BuddyDeclined(Guid PairId, Guid InvitationEventId) : JourneyEvent;

    /// <summary>A learner took an open invitation back.</summary>
    public sealed record BuddyInvitationWithdrawn(Guid PairId, Guid InvitationEventId) : JourneyEvent;

    /// <summary>A pairing ended as planned.</summary>
    public sealed record BuddyEnded(Guid PairId) : JourneyEvent;

    /// <summary>Somebody left a pairing early; nobody is blamed.</summary>
    public sealed record BuddyLeft(Guid PairId) : JourneyEvent;

    /// <summary>A meeting was planned.</summary>
    public sealed record MeetingPlanned(MeetingRef Meeting) : JourneyEvent;

    /// <summary>A planned meeting was called off.</summary>
    public sealed record MeetingCancelled(MeetingRef Meeting) : JourneyEvent;

    /// <summary>A buddy meeting took place.</summary>
    /// <param name="Meeting">Which.</param>
    /// <param name="Attendees">Persons who were there: one statement each.</param>
    /// <param name="Duration">How long it took.</param>
    public sealed record BuddyMeetingHeld(MeetingRef Meeting, IReadOnlyList<Guid> Attendees, TimeSpan Duration) : JourneyEvent;

    /// <summary>Somebody did not come to a planned meeting.</summary>
    public sealed record MeetingMissed(MeetingRef Meeting) : JourneyEvent;

    /// <summary>A scenario was played with a practice buddy.</summary>
    /// <param name="RoundId">The round.</param>
    /// <param name="ScenarioName">The scenario.</param>
    /// <param name="PairId">The practice pair.</param>
    /// <param name="PartnerId">The practice buddy.</param>
    /// <param name="Duration">How long it took.</param>
    /// <param name="Points">What the partner gave, if the scenario is rated.</param>
    /// <param name="Reflection">A short reflection; free text.</param>
    public sealed record PracticeAttempted(
        Guid RoundId, string ScenarioName, Guid PairId, Guid PartnerId, TimeSpan Duration, Points? Points, string? Reflection) : JourneyEvent;
}
