namespace LearningBuddy.LtiTool.Lti;

/// <summary>A platform registration: the pair of issuer and client id (LTI 1.3 Core, 3.1.2), with the addresses of its services.</summary>
public sealed record Platform
{
    /// <summary>Our own key of the registration.</summary>
    public required Guid Id { get; init; }

    /// <summary>The issuer exactly as registered; compared as text, a trailing slash counts.</summary>
    public required string Issuer { get; init; }

    /// <summary>The client id the platform gave to this tool.</summary>
    public required string ClientId { get; init; }

    /// <summary>Where authentication requests go.</summary>
    public required Uri AuthorizationEndpoint { get; init; }

    /// <summary>Where service tokens come from.</summary>
    public required Uri TokenEndpoint { get; init; }

    /// <summary>The platform's key set.</summary>
    public required Uri JwksUri { get; init; }

    /// <summary>Audience of client assertions; null means the token endpoint's address.</summary>
    public string? TokenAudience { get; init; }

    /// <summary><c>product_family_code</c>, lower case; empty when unknown.</summary>
    public string ProductFamilyCode { get; init; } = "";

    /// <summary>What an administrator sees.</summary>
    public string Name { get; init; } = "";

    /// <summary>Host of the school's own domain where it differs from the issuer's (Canvas), without scheme.</summary>
    public string? AccountDomain { get; init; }

    /// <summary>Scopes granted at registration; empty when not known.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Whether launches are admitted.</summary>
    public PlatformStatus Status { get; init; } = PlatformStatus.Active;
}

/// <summary>Whether launches of a platform are admitted.</summary>
public enum PlatformStatus
{
    /// <summary>Registered, waits for an administrator of this tool.</summary>
    Pending,

    /// <summary>Launches are admitted.</summary>
    Active,

    /// <summary>An administrator switched it off.</summary>
    Blocked,
}
