using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;

namespace LearningBuddy.Shared.Path;

/// <summary>
/// A learner asks somebody outside the course, at a mail address, how they see the learner on the behaviours of the journey. Asked, then
/// accepted, declined or withdrawn; what was accepted can end. It joins no group, so that it is no <see cref="Invitation"/>. What is
/// answered stands in the learner's history alone (<see cref="ViewGiven"/>).
/// </summary>
public sealed class ViewRequest
{
    /// <summary>How many of one learner may wait for an answer, or have had a yes within <see cref="Open"/>, at once.</summary>
    public const int MostAtOnce = 5;

    /// <summary>How long an answer helps.</summary>
    public static readonly TimeSpan Open = TimeSpan.FromDays(14);

    private ViewRequest()
    {
    }

    /// <summary>Asks.</summary>
    /// <param name="id">Our own key.</param>
    /// <param name="participationId">Of the learner who asks.</param>
    /// <param name="by">What the person asked is to the learner; as <see cref="ByMail"/> says.</param>
    /// <param name="address">A mail address in lower case.</param>
    /// <param name="words">Words of who asks, at most <see cref="Invitation.LongestWords"/> characters.</param>
    /// <param name="now">UTC.</param>
    public ViewRequest(Guid id, Guid participationId, Viewer by, string address, string words, DateTimeOffset now)
    {
        Id = id;
        ParticipationId = participationId;
        By = by;
        Address = address;
        Words = words;
        AskedAt = now;
        ExpiresAt = now + Open;
    }

    /// <summary>Our own key. A guest link is about it.</summary>
    public Guid Id { get; private set; }

    /// <summary>Of the learner who asks.</summary>
    public Guid ParticipationId { get; private set; }

    /// <summary>What the person asked is to the learner, as the learner says.</summary>
    public Viewer By { get; private set; }

    /// <summary>
    /// The mail address as the learner typed it, in lower case; null once somebody said yes, or a day after it came to nothing.
    /// </summary>
    public string? Address { get; private set; }

    /// <summary>Whether the address refuses mail for good.</summary>
    public bool IsAddressRefused { get; private set; }

    /// <summary>What the learner wrote to the person asked; null once the address is forgotten.</summary>
    public string? Words { get; private set; }

    /// <summary>Who came, once somebody said yes; stays known by a key alone after they were erased.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Where it stands.</summary>
    public ViewRequestState State { get; private set; } = ViewRequestState.Asked;

    /// <summary>UTC.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>From when on nobody can say yes, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was answered or taken back, UTC, or null.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Why it was declined; read by the learner alone.</summary>
    public string? Reason { get; private set; }

    /// <summary>Stands for whoever reads mail at the address, until they say who they are.</summary>
    public Guid GuestId => Invitation.GuestIdOf(Id);

    /// <summary>What somebody asked by mail can be to a learner; buddies and facilitators are in the journey already.</summary>
    public static bool ByMail(Viewer by) => by is Viewer.Manager or Viewer.Peer;

    /// <summary>Whether a yes or no is still waited for.</summary>
    public bool IsOpen(DateTimeOffset now) => State == ViewRequestState.Asked && now < ExpiresAt;

    /// <summary>Somebody says yes. False when it can't be answered any more.</summary>
    public bool Accept(Guid personId, DateTimeOffset now)
    {
        if (!IsOpen(now))
        {
            return false;
        }

        // From here on the address is the person's own business.
        (PersonId, Address) = (personId, null);
        return Settle(ViewRequestState.Accepted, now);
    }

    /// <summary>The person asked says no. False when it can't be answered any more.</summary>
    /// <param name="reason">Why, or null; what is longer than <see cref="Invitation.LongestReason"/> is cut.</param>
    /// <param name="now">UTC.</param>
    public bool Decline(string? reason, DateTimeOffset now)
    {
        if (!IsOpen(now))
        {
            return false;
        }

        var words = CleanText.Of(reason).Trim();
        Reason = CleanText.IsVisible(words) ? CleanText.Cut(words, Invitation.LongestReason) : null;
        return Settle(ViewRequestState.Declined, now);
    }

    /// <summary>The learner takes it back, before or after somebody said yes. False when it is over already.</summary>
    public bool Withdraw(DateTimeOffset now) =>
        State is ViewRequestState.Asked or ViewRequestState.Accepted && Settle(ViewRequestState.Withdrawn, now);

    /// <summary>Who said yes stops. False for anybody else, and when it is over already.</summary>
    public bool Leave(Guid personId, DateTimeOffset now) =>
        State == ViewRequestState.Accepted && PersonId == personId && Settle(ViewRequestState.Left, now);

    /// <summary>Mail to the address was refused for good.</summary>
    public void RefuseAddress() => IsAddressRefused = true;

    private bool Settle(ViewRequestState state, DateTimeOffset now)
    {
        (State, SettledAt) = (state, now);
        return true;
    }
}

/// <summary>Where it stands that somebody is asked for their view. Part of the stored format.</summary>
public enum ViewRequestState
{
    /// <summary>Waits for an answer, while there is time.</summary>
    Asked,

    /// <summary>Somebody said yes.</summary>
    Accepted,

    /// <summary>The person asked said no.</summary>
    Declined,

    /// <summary>The learner took it back.</summary>
    Withdrawn,

    /// <summary>Who said yes stopped.</summary>
    Left,
}
