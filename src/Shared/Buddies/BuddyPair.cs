using LearningBuddy.Shared.Journeys;

namespace LearningBuddy.Shared.Buddies;

/// <summary>A learner and the person asked to be the learning buddy: from invitation to end. No algorithm: the learner chooses, the other answers.</summary>
public sealed class BuddyPair
{
    private BuddyPair()
    {
    }

    /// <summary>Invites somebody, or opens an invitation that whoever has the code may take.</summary>
    public BuddyPair(Guid id, Guid participationId, Guid? buddyId, string? code, Guid invitationEventId, DateTimeOffset now, BuddyPolicy policy)
    {
        Id = id;
        ParticipationId = participationId;
        BuddyId = buddyId;
        Code = code;
        InvitationEventId = invitationEventId;
        InvitedAt = now;
        ExpiresAt = now.AddDays(policy.ExpireAfterDays);
        State = BuddyPairState.Invited;
    }

    /// <summary>Our own key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The learner's participation.</summary>
    public Guid ParticipationId { get; private set; }

    /// <summary>The person asked, or null until somebody takes the code.</summary>
    public Guid? BuddyId { get; private set; }

    /// <summary>Eight letters and digits to hand on, or null for an invitation to one person.</summary>
    public string? Code { get; private set; }

    /// <summary>Where it stands.</summary>
    public BuddyPairState State { get; private set; }

    /// <summary>The event of the invitation, which the answer refers to.</summary>
    public Guid InvitationEventId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset InvitedAt { get; private set; }

    /// <summary>When an unanswered invitation lapses, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was answered or withdrawn, UTC, or null.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Why it was declined; read by the learner alone. At most 300 characters.</summary>
    public string? Reason { get; private set; }

    /// <summary>Whether it still waits for an answer.</summary>
    public bool IsOpen(DateTimeOffset now) => State == BuddyPairState.Invited && now < ExpiresAt;

    /// <summary>Somebody says yes. False when it is no longer open or asks for another person.</summary>
    public bool Accept(Guid personId, DateTimeOffset now)
    {
        if (!IsOpen(now) || (BuddyId is { } asked && asked != personId))
        {
            return false;
        }

        BuddyId = personId;
        Answer(BuddyPairState.Active, now);
        return true;
    }

    /// <summary>The person asked says no. False when it is no longer open.</summary>
    public bool Decline(Guid personId, string? reason, DateTimeOffset now)
    {
        if (!IsOpen(now) || BuddyId != personId)
        {
            return false;
        }

        Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()[..Math.Min(300, reason.Trim().Length)];
        Answer(BuddyPairState.Declined, now);
        return true;
    }

    /// <summary>The learner takes the invitation back. False when it was answered already.</summary>
    public bool Withdraw(DateTimeOffset now)
    {
        if (State != BuddyPairState.Invited)
        {
            return false;
        }

        Answer(BuddyPairState.Withdrawn, now);
        return true;
    }

    /// <summary>Either of the two ends it; nobody is blamed, nothing done is lost. False when there is nothing to end.</summary>
    public bool Leave(DateTimeOffset now)
    {
        if (State != BuddyPairState.Active)
        {
            return false;
        }

        Answer(BuddyPairState.Ended, now);
        return true;
    }

    private void Answer(BuddyPairState state, DateTimeOffset now)
    {
        State = state;
        AnsweredAt = now;
    }
}

/// <summary>Where a pairing stands.</summary>
public enum BuddyPairState
{
    /// <summary>Waits for the buddy's answer.</summary>
    Invited,

    /// <summary>The two are a pair.</summary>
    Active,

    /// <summary>The buddy said no.</summary>
    Declined,

    /// <summary>The learner took it back.</summary>
    Withdrawn,

    /// <summary>Over.</summary>
    Ended,
}
