using System.Collections.Frozen;
using Microsoft.IdentityModel.Tokens;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>One public key of a platform, with the rules for a signature made by it.</summary>
internal sealed class PlatformKey
{
    /// <summary>The RSA family with SHA-2, which is all that LTI platforms sign with (1EdTech Security Framework 1.0, 5.1.3).</summary>
    public static readonly FrozenSet<string> Algorithms =
        FrozenSet.Create(SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512);

    private const int MinBits = 2048;

    private readonly string? onlyAlgorithm;

    private PlatformKey(JsonWebKey key)
    {
        onlyAlgorithm = key.Alg is { Length: > 0 } named ? named : null;
        Parameters = ParametersFor(key);
    }

    /// <summary>What a token signed by this key must meet.</summary>
    public TokenValidationParameters Parameters { get; }

    /// <summary>Whether the platform made the key for this algorithm; a key without <c>alg</c> serves the whole family.</summary>
    public bool Serves(string algorithm) => onlyAlgorithm is null || onlyAlgorithm == algorithm;

    private static TokenValidationParameters ParametersFor(JsonWebKey key) => new()
    {
        IssuerSigningKey = key,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        ValidateIssuerSigningKey = false,
        TryAllIssuerSigningKeys = false,

        // Each of these has a numbered check of its own in LaunchChecks, on the injected clock.
        ValidateIssuer = false,
        ValidateAudience = false,
        ValidateLifetime = false,
        RequireExpirationTime = false,
    };

    /// <summary>A usable key, or null: another type, meant for encryption, too short, or without a name.</summary>
    public static PlatformKey? From(JsonWebKey key) =>
        key.Kty == JsonWebAlgorithmsKeyTypes.RSA
        && key.Kid is { Length: > 0 }
        && (key.Use is null or "" or "sig")
        && (key.Alg is null or "" || Algorithms.Contains(key.Alg))
        && key.KeySize >= MinBits
            ? new(key)
            : null;
}
