using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.People;

/// <summary>A phone or computer of a learner's own, opened once from inside the course.</summary>
public sealed class Device
{
    /// <summary>For how long it stays open unless it is used or closed.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(60);

    /// <summary>Characters of a name that are kept.</summary>
    public const int LongestName = 80;

    private Device()
    {
    }

    /// <summary>Opens a device.</summary>
    /// <param name="id">Our own key.</param>
    /// <param name="personId">Whose.</param>
    /// <param name="tokenHash">SHA-256 of the cookie's value, base64url.</param>
    /// <param name="name">By what its owner knows it among others: its browser and system; at most 80 characters are kept.</param>
    /// <param name="now">UTC.</param>
    public Device(Guid id, Guid personId, string tokenHash, string name, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(name);
        Id = id;
        PersonId = personId;
        TokenHash = tokenHash;
        Name = CleanText.Cut(name, LongestName);
        OpenedAt = now;
        LastSeenAt = now;
    }

    /// <summary>Our own key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>SHA-256 of the cookie's value, base64url.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>By what its owner knows it among others: its browser and system.</summary>
    public string Name { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset LastSeenAt { get; private set; }

    /// <summary>When its owner closed it, UTC, or null.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Where its notifications are sent to, or null while it wants none.</summary>
    public PushSubscription? Push { get; private set; }

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

        (RevokedAt, Push) = (now, null);
        return true;
    }

    /// <summary>Wants notifications, by what its browser said. False when it is closed.</summary>
    public bool Subscribe(PushSubscription push)
    {
        Push = RevokedAt is null ? push : null;
        return Push is not null;
    }

    /// <summary>Its browser has put this in the place of what it said before; nothing happens where it wants no notifications.</summary>
    public void Renew(PushSubscription push) => Push = Push is null ? null : push;

    /// <summary>Wants no notifications any more, or its push service forgot it.</summary>
    public void Unsubscribe() => Push = null;
}

/// <summary>
/// Where a browser's push service takes messages for one device, and the keys for which they are encrypted (RFC 8030, RFC 8291).
/// </summary>
/// <param name="Endpoint">The push service's address for the device; at most 2,048 characters.</param>
/// <param name="Key">The device's public key, P-256, base64url.</param>
/// <param name="Secret">The secret shared with the device, 16 bytes, base64url.</param>
/// <param name="Since">Since when, UTC.</param>
public sealed record PushSubscription(string Endpoint, string Key, string Secret, DateTimeOffset Since)
{
    /// <summary>Characters of an endpoint.</summary>
    public const int LongestEndpoint = 2048;
}
