using System.Collections.Concurrent;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Tokens;

/// <summary>An access token for the services of one school.</summary>
internal sealed record AccessToken(School School, IReadOnlySet<string> Scopes, DateTimeOffset ExpiresAt);

/// <summary>Issued access tokens, an hour long in both LMSs.</summary>
internal sealed class AccessTokens(DemoWorld world)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, AccessToken> tokens = new();

    public string Issue(School school, IEnumerable<string> scopes)
    {
        var token = Ids.Secret();
        tokens[token] = new AccessToken(school, scopes.ToHashSet(StringComparer.Ordinal), world.Clock.GetUtcNow() + Lifetime);
        return token;
    }

    /// <summary>The token if it is one of ours and still good.</summary>
    public AccessToken? Find(string? token) =>
        token is not null && tokens.TryGetValue(token, out var found) && found.ExpiresAt > world.Clock.GetUtcNow() ? found : null;

    /// <summary>Makes every issued token worthless, as an administrator's reset does.</summary>
    public void RevokeAll() => tokens.Clear();
}
