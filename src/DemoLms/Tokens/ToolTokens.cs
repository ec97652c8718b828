using LearningBuddy.DemoLms.Registration;
using LearningBuddy.DemoLms.World;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LearningBuddy.DemoLms.Tokens;

/// <summary>What became of a JWT that the tool signed.</summary>
internal abstract record ToolTokenResult
{
    private ToolTokenResult()
    {
    }

    public sealed record Valid(JsonWebToken Token) : ToolTokenResult;

    /// <param name="Error">In Moodle's words, which are PHP-JWT's.</param>
    public sealed record Invalid(string Error) : ToolTokenResult;
}

/// <summary>Verifies JWTs of the tool: client assertions and deep-linking responses.</summary>
internal sealed class ToolTokens(ToolKeys keys, DemoWorld world)
{
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    /// <summary>The client id a token claims to come from, unverified; null when it isn't a JWT.</summary>
    public static string? PeekIssuer(string? jwt) =>
        jwt is { Length: > 0 } && Handler.CanReadToken(jwt) ? TryRead(jwt)?.Issuer : null;

    /// <summary>Checks signature (RS256, known kid) and, where there is one, the time of expiry.</summary>
    public async Task<ToolTokenResult> VerifyAsync(string jwt, ToolRegistration tool, CancellationToken ct)
    {
        if (TryRead(jwt) is not { } token)
            return new ToolTokenResult.Invalid("Wrong number of segments");
        var keySet = await keys.FetchAsync(tool, ct);
        if (keySet.FirstOrDefault(k => k.KeyId == token.Kid) is not { } key)
            return new ToolTokenResult.Invalid("\"kid\" invalid, unable to lookup correct key");
        var result = await Handler.ValidateTokenAsync(jwt, new TokenValidationParameters
        {
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidIssuer = tool.ClientId,
            ValidateAudience = false,
            ValidateLifetime = false,
        });
        if (!result.IsValid)
            return new ToolTokenResult.Invalid("Signature verification failed");
        return token.TryGetPayloadValue<long>("exp", out var exp) && exp <= world.Clock.GetUtcNow().ToUnixTimeSeconds()
            ? new ToolTokenResult.Invalid("Expired token")
            : new ToolTokenResult.Valid(token);
    }

    private static JsonWebToken? TryRead(string jwt)
    {
        try
        {
            return new JsonWebToken(jwt);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
