using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;

namespace LearningBuddy.Shared.Buddies;

/// <summary>The learning buddy as the history tells it: the invitation or pair that stands, or the last one that came to nothing.</summary>
/// <param name="PairId">The pair, or empty before the first invitation.</param>
/// <param name="BuddyId">The buddy, or null while a code waits to be taken or a mail to be answered.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="Until">When an open invitation runs out, UTC.</param>
public sealed record BuddyProgress(Guid PairId, Guid? BuddyId, BuddyState State, DateTimeOffset Since, DateTimeOffset Until)
    : IThemeProgress
{
    /// <summary>When an open invitation was brought up again, UTC, or null.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>Stands for whoever was asked at a mail address; null for all others.</summary>
    public Guid? GuestId { get; init; }

    /// <summary>Whether somebody outside the course was asked by mail.</summary>
    public bool IsByMail => GuestId is not null;

    /// <summary>The three talks, with this buddy and those before.</summary>
    public TalksProgress Talks { get; init; } = TalksProgress.None;

    /// <summary>Since when the learner waits to hear from the buddy, UTC; null when they don't.</summary>
    public DateTimeOffset? UnansweredSince { get; init; }

    /// <summary>Whether the learner said that they go on without a buddy.</summary>
    public bool IsDoneWithout { get; init; }

    /// <summary>Whom a facilitator suggested last, for as long as nobody is asked after it.</summary>
    public IReadOnlyList<Guid> Suggested { get; init; } = [];

    /// <summary>Whether facilitators see who it is: the learner said so.</summary>
    public bool ShowsName { get; init; }

    /// <summary>Nobody was asked yet.</summary>
    public static BuddyProgress None { get; } = new(Guid.Empty, null, BuddyState.Nobody, default, default);

    /// <summary>Whether there is a buddy.</summary>
    public bool HasBuddy => State == BuddyState.Paired;

    /// <summary>Whether an invitation is open at this moment.</summary>
    public bool IsAsking(DateTimeOffset now) => State == BuddyState.Invited && now < Until;

    /// <summary>Whether the learner has waited longer than the design finds right.</summary>
    public bool IsSilent(BuddiesSection section, DateTimeOffset now) =>
        HasBuddy && UnansweredSince is { } since && now >= since.AddDays(section.SilentAfterDays);

    /// <inheritdoc />
    public IThemeProgress After(RecordedEvent e)
    {
        var talks = Talks.After(e);
        var (pairing, since) = (Paired(e), Waiting(e));
        return ReferenceEquals(pairing, this) && ReferenceEquals(talks, Talks) && since == UnansweredSince
            ? this
            : pairing with { Talks = talks, UnansweredSince = since };
    }

    /// <summary>The learner waits from the first thing on that wants an answer, until the buddy does anything at all.</summary>
    private DateTimeOffset? Waiting(RecordedEvent e) => e.What switch
    {
        BuddyAccepted or BuddyLeft or BuddyEnded => null,

        // What was waited for is settled, whoever settled it.
        MeetingCancelled or MeetingMissed or BuddyMeetingHeld => null,
        BuddyAskedAgain => e.OccurredAt,
        _ when HasBuddy && e.ActorId == BuddyId => null,
        BuddyTimesOffered or BuddyNoteWritten or BuddyTalkClaimed when HasBuddy => UnansweredSince ?? e.OccurredAt,
        _ => UnansweredSince,
    };

    private BuddyProgress Paired(RecordedEvent e) => e.What switch
    {
        BuddyInvited invited => new BuddyProgress(invited.PairId, invited.BuddyId, BuddyState.Invited, e.OccurredAt, invited.Until)
        {
            GuestId = invited.GuestId,
        },
        BuddyAccepted accepted when accepted.PairId == PairId =>
            this with { BuddyId = e.ActorId, State = BuddyState.Paired, Since = e.OccurredAt },
        BuddyReminded reminded when reminded.PairId == PairId => this with { RemindedAt = e.OccurredAt },
        BuddyDeclined declined when declined.PairId == PairId => this with { State = BuddyState.Declined, Since = e.OccurredAt },
        BuddyInvitationExpired expired when expired.PairId == PairId => this with { State = BuddyState.Expired, Since = e.OccurredAt },
        BuddyInvitationWithdrawn withdrawn when withdrawn.PairId == PairId => None with { IsDoneWithout = IsDoneWithout },
        BuddyEnded ended when ended.PairId == PairId => None,
        BuddyLeft left when left.PairId == PairId => this with { State = BuddyState.Left, Since = e.OccurredAt },
        BuddyDoneWithout => this with { IsDoneWithout = true },
        BuddySuggested suggested when !HasBuddy => this with { Suggested = suggested.PeopleIds },
        BuddyNameShown shown when shown.PairId == PairId => this with { ShowsName = shown.IsShown },
        _ => this,
    };
}

/// <summary>Where it stands.</summary>
public enum BuddyState
{
    /// <summary>Nobody is asked.</summary>
    Nobody,

    /// <summary>Waits for an answer.</summary>
    Invited,

    /// <summary>The two are a pair.</summary>
    Paired,

    /// <summary>The person asked said no.</summary>
    Declined,

    /// <summary>Nobody answered in time.</summary>
    Expired,

    /// <summary>One of the two ended it.</summary>
    Left,
}
