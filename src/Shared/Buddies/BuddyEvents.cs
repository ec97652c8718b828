using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;

namespace LearningBuddy.Shared.Buddies;

/// <summary>A learner invited a learning buddy.</summary>
/// <param name="PairId">The pair asked for.</param>
/// <param name="InvitationId">The invitation.</param>
/// <param name="BuddyId">The person invited, or null when the invitation went out as a code or by mail.</param>
/// <param name="Until">When it runs out, UTC: frozen, whatever the design says later.</param>
public sealed record BuddyInvited(Guid PairId, Guid InvitationId, Guid? BuddyId, DateTimeOffset Until) : JourneyEvent
{
    /// <summary>Stands for whoever is asked at a mail address and isn't known yet; null for all others.</summary>
    public Guid? GuestId { get; init; }

    /// <inheritdoc />
    public override IEnumerable<Guid> People => (BuddyId ?? GuestId) is { } asked ? [asked] : [];
}

/// <summary>A learning buddy accepted; the actor is the buddy.</summary>
public sealed record BuddyAccepted(Guid PairId, Guid InvitationEventId) : JourneyEvent;

/// <summary>A learning buddy declined; the actor is the buddy. The reason stays between the two and is not part of the event.</summary>
public sealed record BuddyDeclined(Guid PairId, Guid InvitationEventId) : JourneyEvent;

/// <summary>A learner took an open invitation back.</summary>
public sealed record BuddyInvitationWithdrawn(Guid PairId, Guid InvitationEventId) : JourneyEvent;

/// <summary>An invitation that the person asked had not answered was brought up again, once; the tool acts.</summary>
public sealed record BuddyReminded(Guid PairId, Guid InvitationEventId) : JourneyEvent;

/// <summary>Nobody answered an invitation in time; the tool acts.</summary>
public sealed record BuddyInvitationExpired(Guid PairId, Guid InvitationEventId) : JourneyEvent;

/// <summary>A pair ended as planned.</summary>
public sealed record BuddyEnded(Guid PairId) : JourneyEvent;

/// <summary>Somebody left a pair early.</summary>
public sealed record BuddyLeft(Guid PairId) : JourneyEvent;

/// <summary>A buddy meeting took place.</summary>
/// <param name="Meeting">Which.</param>
/// <param name="Attendees">Persons who were there: one statement each.</param>
/// <param name="Duration">How long it took, above zero, as both of them said; null where that is not known.</param>
public sealed record BuddyMeetingHeld(MeetingRef Meeting, IReadOnlyList<Guid> Attendees, TimeSpan? Duration) : JourneyEvent
{
    /// <inheritdoc />
    public override IEnumerable<Guid> People => Attendees;
}

/// <summary>A facilitator suggested people whom a learner without a buddy could ask. The learner chooses.</summary>
/// <param name="PeopleIds">Whom, 1 to 3.</param>
public sealed record BuddySuggested(IReadOnlyList<Guid> PeopleIds) : JourneyEvent
{
    /// <inheritdoc />
    public override IEnumerable<Guid> People => PeopleIds;
}

/// <summary>The learner says whether facilitators see who the learning buddy is. Before that they see that there is one.</summary>
/// <param name="PairId">The pair.</param>
/// <param name="IsShown">Whether they do.</param>
public sealed record BuddyNameShown(Guid PairId, bool IsShown) : JourneyEvent;

/// <summary>How they are stored.</summary>
internal static class BuddyEvents
{
    public static Theme Theme { get; } = new(
        "buddies",
        [
            EventType.Of<BuddyInvited>("buddy.invited"),
            EventType.Of<BuddyAccepted>("buddy.accepted"),
            EventType.Of<BuddyDeclined>("buddy.declined"),
            EventType.Of<BuddyInvitationWithdrawn>("buddy.invitation-withdrawn"),
            EventType.Of<BuddyReminded>("buddy.reminded").WithoutStatement(),
            EventType.Of<BuddyInvitationExpired>("buddy.invitation-expired"),
            EventType.Of<BuddyEnded>("buddy.ended"),
            EventType.Of<BuddyLeft>("buddy.left"),
            EventType.Of<BuddyMeetingHeld>("buddy.meeting-held", version: 2).Lifting(new Upcaster(From: 1, ForgetThePlannedLength)),
            EventType.Of<BuddyTimesOffered>("buddy.times-offered").WithoutStatement(),
            EventType.Of<BuddyTimesLapsed>("buddy.times-lapsed").WithoutStatement(),
            EventType.Of<BuddyTalkRecalled>("buddy.talk-recalled").WithoutStatement(),
            EventType.Of<BuddyTalkListened>("buddy.talk-listened").WithoutStatement(),
            EventType.Of<BuddyTalkClaimed>("buddy.talk-claimed").WithoutStatement(),
            EventType.Of<BuddyTalkDenied>("buddy.talk-denied").WithoutStatement(),
            EventType.Of<BuddyNoteWritten>("buddy.note-written").WithoutStatement(),
            EventType.Of<BuddyAskedAgain>("buddy.asked-again").WithoutStatement(),
            EventType.Of<BuddyDoneWithout>("buddy.done-without").WithoutStatement(),
            EventType.Of<BuddySuggested>("buddy.suggested").WithoutStatement(),
            EventType.Of<BuddyNameShown>("buddy.name-shown").WithoutStatement(),
        ])
    {
        Section = typeof(BuddiesSection),
        Effort = BuddiesSection.Effort,
        Start = BuddyProgress.None,
        Attention = BuddySteps.Waiting,
        Messages = BuddyMessages.Of,
        Phase = (_, progress) => new Phase("buddy", progress.Of<BuddyProgress>().HasBuddy ? 1 : 0, 1),
    };

    /// <summary>The first version gave the length that was planned, whatever it took.</summary>
    private static void ForgetThePlannedLength(System.Text.Json.Nodes.JsonObject payload, DateTimeOffset at) => payload.Remove("duration");
}
