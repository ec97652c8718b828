using System.Buffers.Text;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>Is the token a JWT that is signed by a key which the platform publishes?</summary>
internal static class TokenChecks
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = 1048576 };

    /// <summary>The answer carries <c>id_token</c>.</summary>
    public static LaunchProblem? TokenIsPresent(LaunchAttempt attempt) =>
        attempt.Form.IdToken.Length > 0 ? null : new(LaunchRefusal.TokenMissing, "id_token is missing");

    /// <summary>Three parts, the header a JSON object. An encrypted token has five.</summary>
    public static LaunchProblem? TokenIsASignedJwt(LaunchAttempt attempt)
    {
        if (attempt.Form.IdToken.AsSpan().Count('.') != 2)
        {
            return new(LaunchRefusal.TokenMalformed, "the token does not have three parts");
        }

        try
        {
            attempt.Token = new JsonWebToken(attempt.Form.IdToken);
            return null;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or JsonException or InvalidOperationException)
        {
            return new(LaunchRefusal.TokenMalformed, "the token's header or payload can't be read");
        }
    }

    /// <summary>RS256, RS384 or RS512: never <c>none</c>, and never a shared secret that could be the public key.</summary>
    public static LaunchProblem? AlgorithmIsAllowed(LaunchAttempt attempt) =>
        PlatformKey.Algorithms.Contains(attempt.Token.Alg) ? null : new(LaunchRefusal.AlgorithmRefused, "the header's alg is not allowed");

    /// <summary>Keys are never tried one after the other. Keys inside the header (jwk, jku, x5u, x5c) are not looked at.</summary>
    public static LaunchProblem? KeyIsNamed(LaunchAttempt attempt) =>
        attempt.Token.Kid is { Length: > 0 } ? null : new(LaunchRefusal.KeyIdMissing, "the header has no kid");

    /// <summary>The key that the platform publishes under the name in the header, asked for again when it is not known yet.</summary>
    public static async ValueTask<LaunchProblem?> KeyIsPublishedAsync(LaunchAttempt attempt, CancellationToken ct)
    {
        switch (await attempt.Tools.Keys.FindAsync(attempt.Platform, attempt.Token.Kid, ct))
        {
            case KeyLookup.Found(var key):
                attempt.Key = key;
                return null;
            case KeyLookup.Unreachable(var detail, var isAboutCertificate):
                return new(LaunchRefusal.KeysUnreachable, detail) { Advice = isAboutCertificate ? Advice.MendCertificate : null };
            case KeyLookup.Unknown(var detail):
                return new(LaunchRefusal.KeyUnknown, detail);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>The key was made for the algorithm that the header names.</summary>
    public static LaunchProblem? AlgorithmIsTheKeys(LaunchAttempt attempt) =>
        attempt.Key.Serves(attempt.Token.Alg) ? null : new(LaunchRefusal.AlgorithmRefused, "the key is not for the header's alg");

    /// <summary>The signature belongs to header and payload. Issuer, audience and lifetime have numbers of their own further on.</summary>
    public static async ValueTask<LaunchProblem?> SignatureIsValidAsync(LaunchAttempt attempt, CancellationToken ct)
    {
        var result = await Handler.ValidateTokenAsync(attempt.Token, attempt.Key.Parameters);
        return result.IsValid ? null : new(LaunchRefusal.SignatureInvalid, "the signature does not fit");
    }

    /// <summary>The payload is one JSON object in which every name stands once, so that no two readers can see different claims.</summary>
    public static LaunchProblem? PayloadIsAnObject(LaunchAttempt attempt)
    {
        try
        {
            var claims = PlatformJson.Parse(Base64Url.DecodeFromChars(attempt.Token.EncodedPayload), Strict);
            attempt.Open(claims);
            return claims.RootElement.ValueKind == JsonValueKind.Object
                ? null
                : new(LaunchRefusal.TokenMalformed, "the payload is not an object");
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            return new(LaunchRefusal.TokenMalformed, "the payload is not strict JSON");
        }
    }
}
