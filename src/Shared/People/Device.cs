namespace LearningBuddy.Shared.People;

/// <summary>A phone or computer of a learner's own, opened once from inside the course.</summary>
public sealed class Device
{
    /// <summary>For how long it stays open unless it is used or closed.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(60);

    private Device()
    {
    }

    /// <summary>Opens a device.</summary>
    /// <param name="id">Our own key.</param>
    /// <param name="personId">Whose.</param>
    /// <param name="tokenHash">SHA-256 of the cookie's value, base64url.</param>
    /// <param name="now">UTC.</param>
    public Device(Guid id, Guid personId, string tokenHash, DateTimeOffset now)
    {
        Id = id;
        PersonId = personId;
        TokenHash = tokenHash;
        OpenedAt = now;
        LastSeenAt = now;
    }

    /// <summary>Our own key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>SHA-256 of the cookie's value, base64url.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset LastSeenAt { get; private set; }

    /// <summary>When its owner closed it, UTC, or null.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Whether it is open.</summary>
    public bool IsOpen(DateTimeOffset now) => RevokedAt is null && now - LastSeenAt < Life;

    /// <summary>It was used.</summary>
    public void See(DateTimeOffset now) => LastSeenAt = now;

    /// <summary>Closes it. False when that was done before.</summary>
    public bool Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null)
        {
            return false;
        }

        RevokedAt = now;
        return true;
    }
}
