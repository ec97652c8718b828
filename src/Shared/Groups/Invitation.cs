using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Groups;

/// <summary>
/// Somebody is asked to join a group: one person, whoever has the code, or whoever reads mail at an address. One state machine for every
/// kind of group: asked (and reminded), then accepted, declined, withdrawn or expired, and never anything else after that.
/// </summary>
public sealed class Invitation
{
    /// <summary>The longest reason that is kept, in characters.</summary>
    public const int LongestReason = 300;

    /// <summary>The longest words of who asks, in characters.</summary>
    public const int LongestWords = 500;

    /// <summary>How long an address that led to nothing is still known: so that nobody can be written to again and again.</summary>
    public static readonly TimeSpan AddressKept = TimeSpan.FromDays(1);

    private Invitation()
    {
    }

    /// <summary>Asks.</summary>
    /// <param name="id">Our own key.</param>
    /// <param name="groupId">To join what.</param>
    /// <param name="part">As what.</param>
    /// <param name="asked">Who, and until when.</param>
    /// <param name="eventId">The event of the invitation, which the answer refers to.</param>
    /// <param name="now">UTC.</param>
    public Invitation(Guid id, Guid groupId, GroupPart part, Asked asked, Guid eventId, DateTimeOffset now)
    {
        Id = id;
        GroupId = groupId;
        Part = part;
        PersonId = asked.PersonId;
        Code = asked.Code;
        Address = asked.Address;
        Words = asked.Words;
        EventId = eventId;
        AskedAt = now;
        ExpiresAt = asked.Until;
    }

    /// <summary>Our own key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The group.</summary>
    public Guid GroupId { get; private set; }

    /// <summary>As what.</summary>
    public GroupPart Part { get; private set; }

    /// <summary>The person asked, or null until somebody takes the code or answers the mail.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Eight letters and digits to hand on, or null for an invitation to one person.</summary>
    public string? Code { get; private set; }

    /// <summary>
    /// The mail address of somebody outside the course, in lower case, as who asks typed it; null for an invitation to one person or by
    /// code, and once it was accepted or a day after it was settled in another way.
    /// </summary>
    public string? Address { get; private set; }

    /// <summary>Whether the address refuses mail for good.</summary>
    public bool IsAddressRefused { get; private set; }

    /// <summary>What who asks wrote to the person asked, at most 500 characters; null where they wrote nothing.</summary>
    public string? Words { get; private set; }

    /// <summary>Stands for whoever reads mail at the address, until they say who they are.</summary>
    public Guid GuestId => GuestIdOf(Id);

    /// <summary>Where it stands.</summary>
    public InvitationState State { get; private set; } = InvitationState.Asked;

    /// <summary>The event of the invitation.</summary>
    public Guid EventId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>When it runs out, UTC: as it was said when it was made, whatever the design says later.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When somebody was reminded, UTC, or null.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>When it was settled, UTC, or null.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Why it was declined; read by who asked, alone.</summary>
    public string? Reason { get; private set; }

    /// <summary>What stands for whoever is asked at a mail address by the invitation with this key.</summary>
    public static Guid GuestIdOf(Guid invitationId) => DerivedId.From(invitationId, "guest");

    /// <summary>Whether it can be answered.</summary>
    public bool IsOpen(DateTimeOffset now) => State is InvitationState.Asked or InvitationState.Reminded && now < ExpiresAt;

    /// <summary>Somebody says yes. False when it is no longer open or asks for another person.</summary>
    public bool Accept(Guid personId, DateTimeOffset now)
    {
        if (!IsOpen(now) || (PersonId is { } asked && asked != personId))
        {
            return false;
        }

        // From here on the address is the person's own business.
        (PersonId, Address) = (personId, null);
        return Settle(InvitationState.Accepted, now);
    }

    /// <summary>The person asked says no. False when it is no longer open, or asks somebody else.</summary>
    /// <param name="personId">The person, or <see cref="GuestId"/> for whoever was asked at an address.</param>
    /// <param name="reason">Why, or null; what is longer than <see cref="LongestReason"/> is cut.</param>
    /// <param name="now">UTC.</param>
    public bool Decline(Guid personId, string? reason, DateTimeOffset now)
    {
        if (!IsOpen(now) || (PersonId ?? (Address is null ? null : GuestId)) != personId)
        {
            return false;
        }

        var words = CleanText.Of(reason).Trim();
        Reason = CleanText.IsVisible(words) ? CleanText.Cut(words, LongestReason) : null;
        return Settle(InvitationState.Declined, now);
    }

    /// <summary>Who asked takes it back. False when it was settled already.</summary>
    public bool Withdraw(DateTimeOffset now) => SettledAt is null && Settle(InvitationState.Withdrawn, now);

    /// <summary>Nobody answered in time. False when it was settled already, or there is time left.</summary>
    public bool Expire(DateTimeOffset now) => SettledAt is null && now >= ExpiresAt && Settle(InvitationState.Expired, now);

    /// <summary>Brings it up again, once. False when that was done, or it is no longer open.</summary>
    public bool Remind(DateTimeOffset now)
    {
        if (!IsOpen(now) || State != InvitationState.Asked)
        {
            return false;
        }

        State = InvitationState.Reminded;
        RemindedAt = now;
        return true;
    }

    /// <summary>Mail to the address was refused for good.</summary>
    public void RefuseAddress() => IsAddressRefused = true;

    private bool Settle(InvitationState state, DateTimeOffset now)
    {
        State = state;
        SettledAt = now;
        return true;
    }
}

/// <summary>Who is asked, and until when.</summary>
/// <param name="PersonId">One person, or null.</param>
/// <param name="Code">A code for whoever has it, or null.</param>
/// <param name="Until">When it runs out, UTC.</param>
public readonly record struct Asked(Guid? PersonId, string? Code, DateTimeOffset Until)
{
    /// <summary>A mail address in lower case, or null.</summary>
    public string? Address { get; init; }

    /// <summary>Words of who asks, at most <see cref="Invitation.LongestWords"/> characters, or null.</summary>
    public string? Words { get; init; }
}

/// <summary>Where an invitation stands.</summary>
public enum InvitationState
{
    /// <summary>Waits for an answer.</summary>
    Asked,

    /// <summary>Waits for an answer, and was brought up again.</summary>
    Reminded,

    /// <summary>Somebody said yes.</summary>
    Accepted,

    /// <summary>The person asked said no.</summary>
    Declined,

    /// <summary>Who asked took it back.</summary>
    Withdrawn,

    /// <summary>Nobody answered in time.</summary>
    Expired,
}
