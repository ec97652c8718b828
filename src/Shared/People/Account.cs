namespace LearningBuddy.Shared.People;

/// <summary>How a system names a person. A person has any number of them; each names one person.</summary>
public sealed class Account
{
    /// <summary>The longest name, in characters (LTI 1.3 Core 5.3.6.1 for <c>sub</c>).</summary>
    public const int LongestName = 255;

    private Account()
    {
    }

    /// <summary>Somebody at an LMS.</summary>
    /// <param name="id">Our own key.</param>
    /// <param name="personId">Who.</param>
    /// <param name="platformId">The registration.</param>
    /// <param name="subject">The <c>sub</c>, never shown.</param>
    public static Account AtPlatform(Guid id, Guid personId, Guid platformId, string subject) =>
        new() { Id = id, PersonId = personId, Kind = AccountKind.Lms, PlatformId = platformId, Name = subject };

    /// <summary>An e-mail address that was proved by opening a link sent to it.</summary>
    /// <param name="id">Our own key.</param>
    /// <param name="personId">Who.</param>
    /// <param name="address">Lower case.</param>
    /// <param name="verifiedAt">UTC.</param>
    public static Account ByEmail(Guid id, Guid personId, string address, DateTimeOffset verifiedAt) =>
        new() { Id = id, PersonId = personId, Kind = AccountKind.Email, Name = address, VerifiedAt = verifiedAt };

    /// <summary>Our own key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>What kind of system names them so.</summary>
    public AccountKind Kind { get; private set; }

    /// <summary>The registration; null for an e-mail address.</summary>
    public Guid? PlatformId { get; private set; }

    /// <summary>The <c>sub</c> or the address; at most 255 characters, never shown.</summary>
    public string Name { get; private set; } = "";

    /// <summary>When an address was proved, UTC; null for a platform's account, which its signature proves.</summary>
    public DateTimeOffset? VerifiedAt { get; private set; }
}

/// <summary>What kind of system names a person.</summary>
public enum AccountKind
{
    /// <summary>An LMS: registration and <c>sub</c>.</summary>
    Lms,

    /// <summary>An e-mail address.</summary>
    Email,
}
