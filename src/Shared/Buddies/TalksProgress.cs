using System.Collections.Immutable;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;

namespace LearningBuddy.Shared.Buddies;

/// <summary>The three talks as the history tells them. What was held stays held, whoever the buddy is now.</summary>
/// <param name="All">In their order, the first first.</param>
public sealed record TalksProgress(ImmutableArray<TalkProgress> All)
{
    /// <summary>Nobody has talked yet.</summary>
    public static TalksProgress None { get; } = new([.. Enumerable.Range(1, Talk.InAll).Select(number => new TalkProgress(number))]);

    /// <summary>The next talk that has not taken place; null after the last.</summary>
    public TalkProgress? Next => All.FirstOrDefault(talk => talk.HeldAt is null);

    /// <summary>How many took place.</summary>
    public int Held => All.Count(talk => talk.HeldAt is not null);

    /// <summary>The plan that was made last, unless it was looked at again; null when there is none.</summary>
    public TalkPlan? OpenPlan => All.Select(talk => talk.Plan).OfType<TalkPlan>().LastOrDefault() is { Kept: null } plan ? plan : null;

    /// <summary>One talk.</summary>
    /// <param name="number">From 1.</param>
    public TalkProgress Of(int number) => All[number - 1];

    /// <summary>The same after one more event.</summary>
    public TalksProgress After(RecordedEvent e) => e.What switch
    {
        BuddyTimesOffered offered => With(offered.Number, talk => talk.Offer(offered, e)),
        BuddyTimesLapsed lapsed => With(lapsed.Number, talk => talk.Lapse()),
        MeetingPlanned { Meeting: { Kind: MeetingKind.Buddy } meeting } => With(meeting.Sequence, talk => talk.Planned(meeting)),
        MeetingCancelled { Meeting: { Kind: MeetingKind.Buddy } meeting } => With(meeting.Sequence, talk => talk.Unplanned()),
        MeetingMissed { Meeting: { Kind: MeetingKind.Buddy } meeting } => With(meeting.Sequence, talk => talk.Unplanned()),
        BuddyTalkRecalled recalled => With(recalled.Number, talk => talk with { RecalledAt = e.OccurredAt }),
        BuddyTalkListened listened => With(listened.Number, talk => talk with { ListenedAt = e.OccurredAt }),
        BuddyTalkDenied denied => With(denied.Number, talk => talk with { ClaimedBy = null, ClaimedAt = null, ClaimedMinutes = null }),
        BuddyTalkClaimed claimed => With(claimed.Number, talk => talk with
        {
            ClaimedBy = e.ActorId, ClaimedAt = e.OccurredAt, ClaimedMinutes = claimed.Minutes,
        }),
        BuddyMeetingHeld held => With(held.Meeting.Sequence, talk => talk.Hold(held, e.OccurredAt)),
        CommitmentMade { TalkNumber: { } number } made => With(number, talk => talk with { Plan = new(made.CommitmentId, number, e.Id) }),
        CommitmentSettled settled => new([.. All.Select(talk => talk.Settle(settled))]),
        BuddyAccepted or BuddyLeft or BuddyEnded => new([.. All.Select(talk => talk.Parted())]),
        _ => this,
    };

    private TalksProgress With(int number, Func<TalkProgress, TalkProgress> change) =>
        number is >= 1 and <= Talk.InAll ? new(All.SetItem(number - 1, change(Of(number)))) : this;
}

/// <summary>Where one talk stands.</summary>
/// <param name="Number">From 1.</param>
public sealed record TalkProgress(int Number)
{
    /// <summary>Who offered times that nobody has taken, or null.</summary>
    public Guid? OfferedBy { get; private init; }

    /// <summary>When they were offered, UTC.</summary>
    public DateTimeOffset OfferedAt { get; private init; }

    /// <summary>The meeting, once a time was taken; null before, and after it was called off.</summary>
    public Guid? MeetingId { get; private init; }

    /// <summary>When it begins, UTC; null while no time was taken.</summary>
    public DateTimeOffset? StartsAt { get; private init; }

    /// <summary>When the learner wrote from memory, UTC, or null.</summary>
    public DateTimeOffset? RecalledAt { get; init; }

    /// <summary>When the buddy said what they understood, UTC, or null.</summary>
    public DateTimeOffset? ListenedAt { get; init; }

    /// <summary>Who said that it took place while the other has not, or null.</summary>
    public Guid? ClaimedBy { get; init; }

    /// <summary>When they said so, UTC, or null.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>How long they talked, in minutes, as whoever said so remembers it, or null.</summary>
    public int? ClaimedMinutes { get; init; }

    /// <summary>When it counted as held, UTC, or null.</summary>
    public DateTimeOffset? HeldAt { get; private init; }

    /// <summary>The pair that held it, or null.</summary>
    public Guid? HeldByPair { get; private init; }

    /// <summary>The learner's if-then plan of this talk, or null.</summary>
    public TalkPlan? Plan { get; init; }

    /// <summary>When the last of the times that were offered is over, UTC; null while none are.</summary>
    public DateTimeOffset? OfferedUntil { get; private init; }

    /// <summary>Whoever offered times of which one lies ahead, or null.</summary>
    /// <param name="now">UTC.</param>
    public Guid? OfferStands(DateTimeOffset now) => OfferedUntil is { } until && until <= now ? null : OfferedBy;

    /// <summary>Whether a plan can be made: the two have talked, or one of them says so, or the hour has come.</summary>
    /// <param name="now">UTC.</param>
    public bool CanPlan(DateTimeOffset now) => HeldAt is not null || ClaimedBy is not null || StartsAt <= now;

    internal TalkProgress Offer(BuddyTimesOffered offered, RecordedEvent e) =>
        this with { OfferedBy = e.ActorId, OfferedAt = e.OccurredAt, OfferedUntil = offered.Until };

    internal TalkProgress Lapse() => this with { OfferedBy = null, OfferedUntil = null };

    internal TalkProgress Planned(MeetingRef meeting) =>
        Unplanned() with { MeetingId = meeting.Id, StartsAt = meeting.PlannedStartAt };

    internal TalkProgress Unplanned() =>
        this with
        {
            OfferedBy = null, OfferedUntil = null, MeetingId = null, StartsAt = null,
            ClaimedBy = null, ClaimedAt = null, ClaimedMinutes = null,
        };

    internal TalkProgress Hold(BuddyMeetingHeld held, DateTimeOffset at) =>
        Unplanned() with
        {
            MeetingId = held.Meeting.Id,
            StartsAt = held.Meeting.PlannedStartAt,
            HeldAt = at,
            HeldByPair = held.Meeting.GroupId,
        };

    internal TalkProgress Settle(CommitmentSettled settled) =>
        Plan?.Id == settled.CommitmentId ? this with { Plan = Plan with { Kept = settled.Kept } } : this;

    /// <summary>The two part: what was only prepared is another pair's business from now on.</summary>
    internal TalkProgress Parted() => HeldAt is null ? new TalkProgress(Number) : this;
}

/// <summary>An if-then plan. Its words are the pair's.</summary>
/// <param name="Id">The commitment.</param>
/// <param name="TalkNumber">The talk it was made in.</param>
/// <param name="EventId">The event.</param>
public sealed record TalkPlan(Guid Id, int TalkNumber, Guid EventId)
{
    /// <summary>Whether it was kept; null while nobody has looked at it again.</summary>
    public bool? Kept { get; init; }
}
