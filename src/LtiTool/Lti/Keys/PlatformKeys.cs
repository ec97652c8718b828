using System.Collections.Concurrent;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// The public keys of all platforms, cached as long as each says. A name that is not known makes one new request, at most once a minute a
/// platform;
/// while a platform does not answer, the keys it published last are used for another day. A failed request is never remembered as an
/// answer.
/// </summary>
internal sealed class PlatformKeys(LtiHttp http, TimeProvider clock)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Uri, Entry> entries = new();

    /// <summary>The key that a platform publishes under a name.</summary>
    public ValueTask<KeyLookup> FindAsync(Platform platform, string kid, CancellationToken ct)
    {
        var entry = entries.GetOrAdd(platform.JwksUri, static _ => new Entry());
        var set = entry.Set;
        return set is not null && clock.GetUtcNow() < set.FreshUntil && set.Keys.TryGetValue(kid, out var key)
            ? new(new KeyLookup.Found(key))
            : new(AskAsync(entry, platform.JwksUri, kid, ct));
    }

    private async Task<KeyLookup> AskAsync(Entry entry, Uri address, string kid, CancellationToken ct)
    {
        await entry.OneAtATime.WaitAsync(ct);
        try
        {
            var now = clock.GetUtcNow();
            var set = entry.Set;
            var known = set?.Keys.ContainsKey(kid) == true && now < set.FreshUntil;
            if (!known && (set is null || now - entry.AskedAt >= RetryAfter))
            {
                entry.AskedAt = now;
                await FetchAsync(entry, address, now, ct);
            }

            return Answer(entry, kid, now);
        }
        finally
        {
            entry.OneAtATime.Release();
        }
    }

    private static KeyLookup Answer(Entry entry, string kid, DateTimeOffset now) => entry switch
    {
        { Set: { } set } when now < set.UsableUntil =>
            set.Keys.TryGetValue(kid, out var key)
                ? new KeyLookup.Found(key)
                : new KeyLookup.Unknown($"no published key has the header's kid; {set.Keys.Count} of {set.Published} can be used"),
        _ => new KeyLookup.Unreachable(entry.Failure ?? "the keys are too old", entry.IsAboutCertificate),
    };

    private async Task FetchAsync(Entry entry, Uri address, DateTimeOffset now, CancellationToken ct)
    {
        entry.IsAboutCertificate = false;
        try
        {
            (entry.Set, entry.Failure) = await FetchAsync(address, now, ct) switch
            {
                (null, var failure) => (entry.Set, failure),
                (var fetched, _) => (fetched, null),
            };
        }
        catch (LtiServiceException failure)
        {
            (entry.Failure, entry.IsAboutCertificate) = (failure.Message, failure.IsAboutCertificate);
        }
    }

    private async Task<(PlatformKeySet? Set, string? Failure)> FetchAsync(Uri address, DateTimeOffset now, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("application/json");
        var answer = await http.SendAsync(request, ct);
        return answer.IsSuccess
            ? PlatformKeySet.Parse(answer.Body, answer.MaxAge, now)
            : (null, $"the key set's address answered {(int)answer.Status}");
    }

    private sealed class Entry
    {
        public SemaphoreSlim OneAtATime { get; } = new(1, 1);

        public PlatformKeySet? Set { get; set; }

        public DateTimeOffset AskedAt { get; set; } = DateTimeOffset.MinValue;

        public string? Failure { get; set; }

        public bool IsAboutCertificate { get; set; }
    }
}

/// <summary>What became of looking for a key.</summary>
internal abstract record KeyLookup
{
    private KeyLookup()
    {
    }

    /// <summary>The platform publishes it.</summary>
    public sealed record Found(PlatformKey Key) : KeyLookup;

    /// <summary>The platform was asked and does not publish it.</summary>
    public sealed record Unknown(string Detail) : KeyLookup;

    /// <summary>Nothing is known and the platform does not answer.</summary>
    /// <param name="Detail">Why, for the log.</param>
    /// <param name="IsAboutCertificate">Whether it is the platform's certificate.</param>
    public sealed record Unreachable(string Detail, bool IsAboutCertificate = false) : KeyLookup;
}
