using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// Access tokens for a platform's services, by a signed assertion (1EdTech Security Framework 1.0, 4.1). One is kept for each set of scopes
/// until a minute
/// before its end; several callers at once make one request.
/// </summary>
internal sealed class AccessTokens(LtiHttp http, ToolSigner signer, TimeProvider clock)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AssertionLifetime = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(Guid Platform, string Scopes), Entry> entries = new();

    /// <summary>A token that is good for at least a moment.</summary>
    /// <param name="platform">Who is asked.</param>
    /// <param name="scopes">What it must allow; their order does not matter.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <exception cref="LtiServiceException">The platform gave none.</exception>
    public async Task<string> GetAsync(Platform platform, IReadOnlyList<string> scopes, CancellationToken ct)
    {
        var key = Key(platform, scopes);
        var entry = entries.GetOrAdd(key, static _ => new Entry());
        if (entry.Token is { } kept && clock.GetUtcNow() < kept.UsableUntil)
        {
            return kept.Value;
        }

        await entry.OneAtATime.WaitAsync(ct);
        try
        {
            if (entry.Token is not { } fetched || clock.GetUtcNow() >= fetched.UsableUntil)
            {
                entry.Token = fetched = await FetchAsync(platform, key.Scopes, ct);
            }

            return fetched.Value;
        }
        finally
        {
            entry.OneAtATime.Release();
        }
    }

    /// <summary>Asks for a token that nobody uses: whether the platform gives one.</summary>
    /// <exception cref="LtiServiceException">It gave none.</exception>
    public Task TryAsync(Platform platform, IReadOnlyList<string> scopes, CancellationToken ct) =>
        FetchAsync(platform, Key(platform, scopes).Scopes, ct);

    /// <summary>Throws a token away that a service refused; another one that was fetched meanwhile stays.</summary>
    public void Forget(Platform platform, IReadOnlyList<string> scopes, string token)
    {
        if (entries.TryGetValue(Key(platform, scopes), out var entry) && entry.Token?.Value == token)
        {
            entry.Token = null;
        }
    }

    private static (Guid, string Scopes) Key(Platform platform, IReadOnlyList<string> scopes) =>
        (platform.Id, string.Join(' ', scopes.Order(StringComparer.Ordinal)));

    private async Task<AccessToken> FetchAsync(Platform platform, string scopes, CancellationToken ct)
    {
        var assertion = await signer.SignAsync(
            new JsonObject
            {
                ["iss"] = platform.ClientId,
                ["sub"] = platform.ClientId,
                ["aud"] = platform.TokenAudience ?? platform.TokenEndpoint.OriginalString,
                ["jti"] = Guid.NewGuid().ToString(),
            },
            AssertionLifetime,
            ct);
        using var request = new HttpRequestMessage(HttpMethod.Post, platform.TokenEndpoint)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                ["client_assertion"] = assertion,
                ["scope"] = scopes,
            }),
        };
        request.Headers.Accept.ParseAdd("application/json");
        return AccessToken.From(platform, scopes, await http.SendAsync(request, ct), clock.GetUtcNow(), Margin);
    }

    private sealed class Entry
    {
        public SemaphoreSlim OneAtATime { get; } = new(1, 1);

        public AccessToken? Token { get; set; }
    }
}
