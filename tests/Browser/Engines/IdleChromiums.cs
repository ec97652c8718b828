using System.Collections.Concurrent;

namespace LearningBuddy.Tests.Browser.Engines;

/// <summary>Browsers that run already, by their setting, for one test after the other: each is blank when it is taken.</summary>
internal static class IdleChromiums
{
    private static readonly ConcurrentDictionary<ThirdPartyCookies, ConcurrentBag<ChromiumProcess>> Idle = new();

    /// <summary>One that nobody uses now.</summary>
    public static async Task<ChromiumProcess> TakeAsync(ThirdPartyCookies cookies)
    {
        while (Of(cookies).TryTake(out var idle))
        {
            if (!idle.HasExited)
                return idle;
            idle.Dispose();
        }

        return await ChromiumProcess.StartAsync(cookies);
    }

    /// <summary>Gives a blank one on.</summary>
    public static void GiveBack(ChromiumProcess blank, ThirdPartyCookies cookies) => Of(cookies).Add(blank);

    /// <summary>Ends those that nobody uses.</summary>
    public static void End()
    {
        foreach (var idle in Idle.Values.SelectMany(bag => bag))
            idle.Dispose();
    }

    private static ConcurrentBag<ChromiumProcess> Of(ThirdPartyCookies cookies) => Idle.GetOrAdd(cookies, _ => []);
}
