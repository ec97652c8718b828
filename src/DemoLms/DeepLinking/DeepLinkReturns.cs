using System.Collections.Concurrent;
using LearningBuddy.DemoLms.Oidc;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.DeepLinking;

/// <summary>Which deep-linking request a return address belongs to: Moodle's sesskey, Canvas's data token.</summary>
internal sealed class DeepLinkReturns
{
    private readonly ConcurrentDictionary<string, PreparedLaunch> expected = new();
    private readonly ConcurrentDictionary<string, byte> usedNonces = new();

    /// <summary>A token for this launch's return address.</summary>
    public string Expect(PreparedLaunch launch)
    {
        var token = Ids.Secret()[..20];
        if (launch.Kind == LaunchKind.DeepLinking)
            expected[token] = launch;
        return token;
    }

    public PreparedLaunch? Find(string? token) => token is null ? null : expected.GetValueOrDefault(token);

    /// <summary>Notes a response's nonce.</summary>
    /// <returns>False when a response with it arrived before.</returns>
    public bool TryUseNonce(string nonce) => usedNonces.TryAdd(nonce, 0);
}
