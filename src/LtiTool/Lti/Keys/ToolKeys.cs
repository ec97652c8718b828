using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>The tool's own keys, ready for use: made once from what the store holds, and again only when the store's keys change.</summary>
internal sealed class ToolKeys(IToolKeyStore store, TimeProvider clock)
{
    private Prepared prepared = new([], "", [], "");

    /// <summary>
    /// The public keys as a JSON document (RFC 7517), and its entity tag. Every key says <c>alg</c> and <c>use</c>: platforms ignore keys
    /// that do not.
    /// </summary>
    public async ValueTask<(byte[] Json, string ETag)> PublishedAsync(CancellationToken ct)
    {
        var now = await PrepareAsync(ct);
        return (now.Json, now.ETag);
    }

    /// <summary>What to sign with at this moment.</summary>
    public async ValueTask<SigningCredentials> SigningAsync(CancellationToken ct)
    {
        var keys = (await PrepareAsync(ct)).Keys;
        var now = clock.GetUtcNow();
        var current = keys.FirstOrDefault(key => key.SignsFrom <= now) ?? keys[0];
        return current.Credentials;
    }

    private async ValueTask<Prepared> PrepareAsync(CancellationToken ct)
    {
        var keys = await store.GetKeysAsync(ct);
        var names = string.Join(' ', keys.Select(key => key.KeyId));
        if (prepared.Names != names)
        {
            prepared = Prepare(keys, names);
        }

        return prepared;
    }

    private static Prepared Prepare(IReadOnlyList<ToolKey> keys, string names)
    {
        var ready = keys.Select(key => new ReadyKey(key.SignsFrom, Credentials(key))).ToList();
        var json = JsonSerializer.SerializeToUtf8Bytes(new { keys = ready.Select(key => Public(key.Credentials)).ToList() });
        return new(ready, names, json, $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(names)))[..16]}\"");
    }

    private static SigningCredentials Credentials(ToolKey key)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(key.PrivateKeyPem);
        return new(new RsaSecurityKey(rsa) { KeyId = key.KeyId }, SecurityAlgorithms.RsaSha256);
    }

    private static object Public(SigningCredentials credentials)
    {
        var parameters = ((RsaSecurityKey)credentials.Key).Rsa.ExportParameters(includePrivateParameters: false);
        return new
        {
            kty = "RSA",
            use = "sig",
            alg = SecurityAlgorithms.RsaSha256,
            kid = credentials.Key.KeyId,
            n = Base64UrlEncoder.Encode(parameters.Modulus),
            e = Base64UrlEncoder.Encode(parameters.Exponent),
        };
    }

    private sealed record ReadyKey(DateTimeOffset SignsFrom, SigningCredentials Credentials);

    private sealed record Prepared(IReadOnlyList<ReadyKey> Keys, string Names, byte[] Json, string ETag);
}
