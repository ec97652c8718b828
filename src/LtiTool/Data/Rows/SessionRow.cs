using LearningBuddy.LtiTool.Lti;

namespace LearningBuddy.LtiTool.Data.Rows;

/// <summary>An open session. The handle in the path says which; its hash is all that is stored.</summary>
public sealed class SessionRow
{
    /// <summary>Our own key; safe to log.</summary>
    public Guid Id { get; set; }

    /// <summary>SHA-256 of the handle, base64url.</summary>
    public string HandleHash { get; set; } = "";

    /// <summary>SHA-256 of the cookie, base64url, or null where the browser takes none.</summary>
    public string? CookieHash { get; set; }

    /// <summary>Who.</summary>
    public Guid PersonId { get; set; }

    /// <summary>Where, or null for a launch outside of a course.</summary>
    public Guid? CourseId { get; set; }

    /// <summary>Which journey, or null.</summary>
    public Guid? JourneyId { get; set; }

    /// <summary>The registration it came from.</summary>
    public Guid PlatformId { get; set; }

    /// <summary>What the person may do in the course.</summary>
    public CourseRole Role { get; set; }

    /// <summary>The message that opened it.</summary>
    public LtiMessageType Purpose { get; set; }

    /// <summary>Rest of the launch that pages need (<see cref="SessionFacts"/>), as JSON.</summary>
    public string Facts { get; set; } = "{}";

    /// <summary>UTC; renewed at most once a minute.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset OpenedAt { get; set; }
}

/// <summary>A nonce or ticket that was used up.</summary>
public sealed class UsedNonceRow
{
    /// <summary>Whose: a registration, or a session for its tickets.</summary>
    public Guid OwnerId { get; set; }

    /// <summary>The value.</summary>
    public string Nonce { get; set; } = "";

    /// <summary>From when on it may be forgotten, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>A signing key of the tool.</summary>
public sealed class ToolKeyRow
{
    /// <summary>The <c>kid</c>.</summary>
    public string KeyId { get; set; } = "";

    /// <summary>PKCS#8, PEM.</summary>
    public string PrivateKeyPem { get; set; } = "";

    /// <summary>From when on it signs, UTC.</summary>
    public DateTimeOffset SignsFrom { get; set; }

    /// <summary>From when on it is not published, UTC, or null.</summary>
    public DateTimeOffset? RetiredAt { get; set; }
}

/// <summary>A secret the tool made for itself; only its hash is kept.</summary>
public sealed class ToolSecretRow
{
    /// <summary>What it opens.</summary>
    public string Name { get; set; } = "";

    /// <summary>SHA-256, base64url.</summary>
    public string Hash { get; set; } = "";
}

/// <summary>A key of the framework's data protection, kept in the database so that every node can read what another protected.</summary>
public sealed class ProtectionKeyRow
{
    /// <summary>Its friendly name.</summary>
    public string Name { get; set; } = "";

    /// <summary>XML.</summary>
    public string Xml { get; set; } = "";
}
