using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>A platform's published keys as they were at one moment (RFC 7517, 5). Keys that we can't use are left out.</summary>
/// <param name="Keys">By <c>kid</c>; the first wins where a name stands twice.</param>
/// <param name="FreshUntil">Until when they are used without asking again, UTC.</param>
/// <param name="UsableUntil">Until when they are used while the platform does not answer, UTC.</param>
internal sealed record PlatformKeySet(FrozenDictionary<string, PlatformKey> Keys, DateTimeOffset FreshUntil, DateTimeOffset UsableUntil)
{
    private static readonly TimeSpan ShortestLife = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(24);
    private static readonly TimeSpan DefaultLife = TimeSpan.FromHours(1);

    /// <summary>How many entries the document had, those that we can't use included.</summary>
    public int Published { get; private init; }

    /// <summary>Reads a key set.</summary>
    /// <param name="json">The document.</param>
    /// <param name="maxAge">The answer's <c>Cache-Control: max-age</c>; kept between 5 minutes and 24 hours.</param>
    /// <param name="now">When it was fetched.</param>
    /// <returns>The set, or what was found instead of one.</returns>
    public static (PlatformKeySet? Set, string? Found) Parse(string json, TimeSpan? maxAge, DateTimeOffset now)
    {
        try
        {
            using var document = PlatformJson.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return (null, $"the key set is {JsonClaims.KindOf(root)}, an object with “keys” is expected");
            }

            if (!root.TryGetProperty("keys", out var list) || list.ValueKind != JsonValueKind.Array)
            {
                return (null, $"“keys” in the key set is {root.Kind("keys")}, a list is expected");
            }

            var keys = new Dictionary<string, PlatformKey>(StringComparer.Ordinal);
            foreach (var (kid, key) in list.EnumerateArray().Select(Read).OfType<(string, PlatformKey)>())
            {
                keys.TryAdd(kid, key);
            }

            var fresh = now + Clamp(maxAge ?? DefaultLife);
            return (new(keys.ToFrozenDictionary(StringComparer.Ordinal), fresh, fresh + LongestLife)
            {
                Published = list.GetArrayLength(),
            }, null);
        }
        catch (JsonException)
        {
            return (null, "the key set is not JSON");
        }
    }

    private static (string, PlatformKey)? Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            var key = new JsonWebKey(element.GetRawText());
            return PlatformKey.From(key) is { } usable ? (key.Kid, usable) : null;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException)
        {
            return null;
        }
    }

    private static TimeSpan Clamp(TimeSpan life) => life < ShortestLife ? ShortestLife : life > LongestLife ? LongestLife : life;
}
