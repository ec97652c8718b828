namespace LearningBuddy.Shared.People;

/// <summary>
/// A way in for somebody outside the course, for one purpose: kept until it runs out or is taken back. Opening it changes nothing; a button
/// press accepts. Each mail has a link of its own, so that a token stands in that mail and nowhere else; all links of a purpose open the
/// same door.
/// </summary>
public sealed class GuestLink
{
    /// <summary>How long a guest may come back after they accepted, whatever the purpose: nothing is open for ever.</summary>
    public static readonly TimeSpan LongestPurpose = TimeSpan.FromDays(365);

    private GuestLink()
    {
    }

    /// <summary>Makes a link.</summary>
    /// <param name="id">Our own key.</param>
    /// <param name="tokenHash">SHA-256 of the token in the address, base64url: the token itself is not kept.</param>
    /// <param name="scope">What it opens.</param>
    /// <param name="invitedBy">Who asked.</param>
    /// <param name="expiresAt">UTC.</param>
    public GuestLink(Guid id, string tokenHash, GuestScope scope, Guid invitedBy, DateTimeOffset expiresAt)
    {
        Id = id;
        TokenHash = tokenHash;
        Purpose = scope.Purpose;
        SubjectId = scope.SubjectId;
        JourneyId = scope.JourneyId;
        InvitedBy = invitedBy;
        ExpiresAt = expiresAt;
    }

    /// <summary>Our own key.</summary>
    public Guid Id { get; private set; }

    /// <summary>SHA-256 of the token, base64url.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>What the guest was asked for.</summary>
    public GuestPurpose Purpose { get; private set; }

    /// <summary>What it is about: a pair, a piece of evidence, a participation.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Where.</summary>
    public Guid JourneyId { get; private set; }

    /// <summary>Who asked; may take it back.</summary>
    public Guid InvitedBy { get; private set; }

    /// <summary>Who came, once they accepted, or null.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>From when on it opens nothing, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When the guest accepted to take part and to be kept on record, UTC, or null.</summary>
    public DateTimeOffset? ConsentAt { get; private set; }

    /// <summary>When it was taken back, UTC, or null.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>What it opens.</summary>
    public GuestScope Scope => new(Purpose, SubjectId, JourneyId);

    /// <summary>When it closed, or closes by itself, UTC.</summary>
    public DateTimeOffset ClosesAt => RevokedAt is { } revoked && revoked < ExpiresAt ? revoked : ExpiresAt;

    /// <summary>Whether it opens anything.</summary>
    public bool IsOpen(DateTimeOffset now) => now < ClosesAt;

    /// <summary>
    /// Somebody accepts: from now on it lets them in for <see cref="LongestPurpose"/>, or until it is taken back. False when it is no
    /// longer open, or somebody else accepted before. Accepting twice changes nothing.
    /// </summary>
    public bool Accept(Guid personId, DateTimeOffset now)
    {
        if (!IsOpen(now) || (PersonId is { } other && other != personId))
        {
            return false;
        }

        if (ConsentAt is null)
        {
            (PersonId, ConsentAt, ExpiresAt) = (personId, now, now + LongestPurpose);
        }

        return true;
    }

    /// <summary>Takes it back. False when that was done before.</summary>
    public bool Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null)
        {
            return false;
        }

        RevokedAt = now;
        return true;
    }

    /// <summary>Another link for somebody who accepted with this one: it lets the same person in for as long.</summary>
    /// <param name="id">Our own key.</param>
    /// <param name="tokenHash">SHA-256 of its token, base64url.</param>
    public GuestLink Another(Guid id, string tokenHash) =>
        new(id, tokenHash, Scope, InvitedBy, ExpiresAt) { PersonId = PersonId, ConsentAt = ConsentAt };
}

/// <summary>What a guest link opens, and nothing else.</summary>
/// <param name="Purpose">What the guest was asked for.</param>
/// <param name="SubjectId">A pair, a piece of evidence, a participation.</param>
/// <param name="JourneyId">Where.</param>
public readonly record struct GuestScope(GuestPurpose Purpose, Guid SubjectId, Guid JourneyId);

/// <summary>What a guest was asked for.</summary>
public enum GuestPurpose
{
    /// <summary>Be a learning buddy.</summary>
    Buddy,

    /// <summary>Say what they saw of one piece of evidence.</summary>
    Witness,

    /// <summary>Give a view of somebody's behaviours.</summary>
    View,

    /// <summary>Coach.</summary>
    Coach,
}
