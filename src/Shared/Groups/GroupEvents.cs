using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Groups;

/// <summary>A meeting was planned.</summary>
public sealed record MeetingPlanned(MeetingRef Meeting) : JourneyEvent;

/// <summary>A planned meeting was called off.</summary>
public sealed record MeetingCancelled(MeetingRef Meeting) : JourneyEvent;

/// <summary>Somebody did not come to a planned meeting.</summary>
public sealed record MeetingMissed(MeetingRef Meeting) : JourneyEvent;

/// <summary>Somebody promised to try something.</summary>
/// <param name="CommitmentId">The promise.</param>
/// <param name="GroupId">The circle or pair it was made to.</param>
/// <param name="InCircle">True for a circle, false for a pair.</param>
/// <param name="DueAt">When it is looked at again.</param>
public sealed record CommitmentMade(Guid CommitmentId, Guid GroupId, bool InCircle, DateTimeOffset? DueAt) : JourneyEvent
{
    /// <summary>The talk of a buddy pair that it was made in, from 1; null elsewhere.</summary>
    public int? TalkNumber { get; init; }

    /// <inheritdoc />
    public override IEnumerable<TextRef> Texts => [new(TextKind.Commitment, CommitmentId)];
}

/// <summary>A promise was kept or not.</summary>
public sealed record CommitmentSettled(Guid CommitmentId, Guid GroupId, bool InCircle, bool Kept, Guid MadeEventId) : JourneyEvent;

/// <summary>A meeting as events name it.</summary>
/// <param name="Id">The meeting.</param>
/// <param name="Kind">What kind of meeting.</param>
/// <param name="Sequence">1 for the first of its kind in this pair or circle.</param>
/// <param name="Of">How many are planned in all, if known.</param>
/// <param name="GroupId">The buddy pair or circle that meets.</param>
/// <param name="PlannedStartAt">UTC.</param>
/// <param name="PlannedDuration">How long it should take.</param>
public sealed record MeetingRef(
    Guid Id, MeetingKind Kind, int Sequence, int? Of, Guid GroupId,
    DateTimeOffset? PlannedStartAt = null, TimeSpan? PlannedDuration = null);

/// <summary>Who meets.</summary>
public enum MeetingKind
{
    /// <summary>A learner and the learning buddy.</summary>
    Buddy,

    /// <summary>A peer circle's first session.</summary>
    Circle,

    /// <summary>A peer circle, four weeks later.</summary>
    CircleReconvene,
}

/// <summary>How they are stored.</summary>
internal static class GroupEvents
{
    public static Theme Theme { get; } = new(
        "groups",
        [
            EventType.Of<MeetingPlanned>("meeting.planned"),
            EventType.Of<MeetingCancelled>("meeting.cancelled"),
            EventType.Of<MeetingMissed>("meeting.missed"),
            EventType.Of<CommitmentMade>("commitment.made"),
            EventType.Of<CommitmentSettled>("commitment.settled"),
        ]);
}
