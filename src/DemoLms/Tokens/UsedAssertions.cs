using System.Collections.Concurrent;

namespace LearningBuddy.DemoLms.Tokens;

/// <summary>The jti of every assertion seen, so that none works twice (RFC 7523, 3, item 7).</summary>
internal sealed class UsedAssertions
{
    private readonly ConcurrentDictionary<string, byte> seen = new();

    public bool TryUse(string id) => seen.TryAdd(id, 0);
}
