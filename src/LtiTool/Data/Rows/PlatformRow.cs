using LearningBuddy.LtiTool.Lti;

namespace LearningBuddy.LtiTool.Data.Rows;

/// <summary>A registration as it is stored; <see cref="Platform"/> is what the protocol sees.</summary>
public sealed class PlatformRow
{
    /// <summary>Our own key.</summary>
    public Guid Id { get; set; }

    /// <summary>Exactly as registered.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>The client id at that issuer.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Address.</summary>
    public string AuthorizationEndpoint { get; set; } = "";

    /// <summary>Address.</summary>
    public string TokenEndpoint { get; set; } = "";

    /// <summary>Address.</summary>
    public string JwksUri { get; set; } = "";

    /// <summary>Audience of client assertions, or null.</summary>
    public string? TokenAudience { get; set; }

    /// <summary>Lower case; may be empty.</summary>
    public string ProductFamilyCode { get; set; } = "";

    /// <summary>What an administrator sees.</summary>
    public string Name { get; set; } = "";

    /// <summary>The school's own domain, or null.</summary>
    public string? AccountDomain { get; set; }

    /// <summary>
    /// Other addresses that statements of other systems give as the home of this platform's accounts, separated by spaces.
    /// </summary>
    public string HomePages { get; set; } = "";

    /// <summary>The same, one by one.</summary>
    public IReadOnlyList<string> HomePageList => HomePages.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Granted scopes, separated by spaces.</summary>
    public string Scopes { get; set; } = "";

    /// <summary>Whether launches are admitted.</summary>
    public PlatformStatus Status { get; set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset RegisteredAt { get; set; }

    /// <summary>When somebody last came in, UTC, to the minute; null for never.</summary>
    public DateTimeOffset? LastLaunchAt { get; set; }

    /// <summary>Code of the last refused launch, or null.</summary>
    public string? LastRefusal { get; set; }

    /// <summary>UTC, or null.</summary>
    public DateTimeOffset? LastRefusalAt { get; set; }

    /// <summary>
    /// What the platform answered when an administrator asked it last, as JSON; null for never. No personal data, no token.
    /// </summary>
    public string? LastCheck { get; set; }

    /// <summary>UTC, or null.</summary>
    public DateTimeOffset? LastCheckAt { get; set; }

    /// <summary>What the protocol sees.</summary>
    public Platform ToPlatform() => new()
    {
        Id = Id,
        Issuer = Issuer,
        ClientId = ClientId,
        AuthorizationEndpoint = new Uri(AuthorizationEndpoint),
        TokenEndpoint = new Uri(TokenEndpoint),
        JwksUri = new Uri(JwksUri),
        TokenAudience = TokenAudience,
        ProductFamilyCode = ProductFamilyCode,
        Name = Name,
        AccountDomain = AccountDomain,
        Scopes = Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Status = Status,
    };

    /// <summary>Takes over everything but key, issuer, client id and status.</summary>
    public void Update(Platform platform)
    {
        AuthorizationEndpoint = platform.AuthorizationEndpoint.AbsoluteUri;
        TokenEndpoint = platform.TokenEndpoint.AbsoluteUri;
        JwksUri = platform.JwksUri.AbsoluteUri;
        TokenAudience = platform.TokenAudience;
        ProductFamilyCode = platform.ProductFamilyCode;
        Name = platform.Name;
        AccountDomain = platform.AccountDomain;
        Scopes = string.Join(' ', platform.Scopes);
    }
}

/// <summary>A deployment of a registration.</summary>
public sealed class DeploymentRow
{
    /// <summary>The registration.</summary>
    public Guid PlatformId { get; set; }

    /// <summary>As the platform names it.</summary>
    public string DeploymentId { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset FirstSeenAt { get; set; }
}
