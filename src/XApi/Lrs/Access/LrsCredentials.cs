using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using LearningBuddy.XApi.Lrs.Intake;
using Microsoft.Extensions.Options;

namespace LearningBuddy.XApi.Lrs.Access;

/// <summary>Looks in the settings, then in the table, and remembers good answers for a minute so that not every request hashes.</summary>
internal sealed class LrsCredentials(
    IOptions<LrsOptions> options, LrsAddress address, ICredentialTable table, TimeProvider clock) : ILrsCredentials
{
    private const int MaxRemembered = 1000;
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);

    private readonly byte[] memoryKey = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, (
        LrsCredential Credential, DateTimeOffset Until)> remembered = new(StringComparer.Ordinal);

    public async Task<LrsCredential?> FindAsync(string key, string secret, CancellationToken ct)
    {
        // What is remembered is a keyed hash of the pair: a dump of the memory gives no secret away.
        var fingerprint = Convert.ToHexString(HMACSHA256.HashData(memoryKey, Encoding.UTF8.GetBytes($"{key}\n{secret}")));
        var now = clock.GetUtcNow();
        if (remembered.TryGetValue(fingerprint, out var known) && known.Until > now)
        {
            return known.Credential;
        }

        var found = FindInSettings(key, secret) ?? await FindInTableAsync(key, secret, ct);
        if (found is not null)
        {
            if (remembered.Count >= MaxRemembered)
            {
                remembered.Clear();
            }

            remembered[fingerprint] = (found, now + Memory);
        }

        return found;
    }

    public async Task<NewLrsCredential> CreateAsync(string name, LrsScopes scopes, CancellationToken ct)
    {
        var key = $"lb-{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        var (secret, salt) = (SecretHash.NewSecret(), SecretHash.NewSalt());
        var row = new LrsCredentialRow(key, name, scopes, clock.GetUtcNow(), RevokedAt: null);
        await table.AddAsync(new StoredCredential(row, salt, SecretHash.Of(secret, salt)), ct);
        return new NewLrsCredential(key, secret);
    }

    public async Task<bool> RevokeAsync(string key, CancellationToken ct)
    {
        var revoked = await table.RevokeAsync(key, clock.GetUtcNow(), ct);
        remembered.Clear();
        return revoked;
    }

    public async Task<IReadOnlyList<LrsCredentialRow>> ListAsync(CancellationToken ct) =>
        [.. (await table.ListAsync(ct)).Select(stored => stored.Row)];

    private LrsCredential? FindInSettings(string key, string secret)
    {
        foreach (var setting in options.Value.Credentials.Where(setting => setting.Key == key))
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(setting.Secret)))
            {
                return LetIn(key, setting.Scopes.Count == 0 ? LrsScopes.All : LrsScopeNames.Parse(setting.Scopes));
            }
        }

        return null;
    }

    private async Task<LrsCredential?> FindInTableAsync(string key, string secret, CancellationToken ct) =>
        await table.FindAsync(key, ct) is { Row.RevokedAt: null } stored && SecretHash.Fits(secret, stored.Salt, stored.Hash)
            ? LetIn(key, stored.Row.Scopes)
            : null;

    private LrsCredential LetIn(string key, LrsScopes scopes) => new(key, scopes, new LrsAuthority(address.HomePage, key));
}

/// <summary>The record store's public address: home page of the authorities it names.</summary>
/// <param name="HomePage">Without a trailing slash, e.g. <c>https://buddy.example/xapi</c>.</param>
public sealed record LrsAddress(string HomePage);
