using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.World;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LearningBuddy.DemoLms.Oidc;

/// <summary>A platform's signing keys. The newest signs; older ones stay published until they are withdrawn.</summary>
public sealed class KeyRing
{
    private const int KeySizeInBits = 2048;
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly Lock gate = new();
    private IReadOnlyList<RsaSecurityKey> keys = [];

    public string CurrentKeyId => Current.KeyId;

    /// <summary>The first key is made when it is needed: making one takes a tenth of a second.</summary>
    private RsaSecurityKey Current
    {
        get
        {
            lock (gate)
                return keys is [var current, ..] ? current : (keys = [CreateKey()])[0];
        }
    }

    /// <summary>Signs with a key that is there already, before any other: tests share one, and none waits until it is made.</summary>
    public void Begin(RSA key)
    {
        lock (gate)
            keys = [new(key) { KeyId = Ids.Secret()[..20] }];
    }

    /// <summary>Starts to sign with a new key.</summary>
    public void Rotate()
    {
        _ = Current;
        lock (gate)
            keys = [CreateKey(), .. keys];
    }

    /// <summary>Publishes the current key only, so that tokens signed by older ones can't be verified any more.</summary>
    public void Withdraw()
    {
        lock (gate)
            keys = [.. keys.Take(1)];
    }

    /// <summary>The compact JWS of a payload (RFC 7515), RS256.</summary>
    public string Sign(JsonObject payload) =>
        Handler.CreateToken(payload.ToJsonString(), new SigningCredentials(Current, SecurityAlgorithms.RsaSha256));

    /// <summary>The key set (RFC 7517).</summary>
    public JsonObject ToJwks()
    {
        _ = Current;
        lock (gate)
            return new JsonObject { ["keys"] = new JsonArray([.. keys.Select(ToJwk)]) };
    }

    private static JsonObject ToJwk(RsaSecurityKey key)
    {
        var parameters = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["alg"] = "RS256",
            ["kid"] = key.KeyId,
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["use"] = "sig",
        };
    }

    private static RsaSecurityKey CreateKey() => new(RSA.Create(KeySizeInBits)) { KeyId = Ids.Secret()[..20] };
}
