namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>
/// Waits for what another process does: browsers, drivers and the tool tell nobody when they are ready. The one place that looks again and again; every look has a
/// deadline, and whoever waits goes on as soon as there is something to see.
/// </summary>
internal static class Eventually
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>Looks until there is something to see.</summary>
    /// <exception cref="TimeoutException">There was nothing in time.</exception>
    public static Task<T> SeeAsync<T>(Func<T?> look, TimeSpan timeout, string what)
        where T : class => SeeAsync(() => Task.FromResult(look()), timeout, () => Task.FromResult($"no {what}"));

    /// <summary>Looks until there is something to see.</summary>
    /// <param name="look">Null while there is nothing.</param>
    /// <param name="timeout">How long to look.</param>
    /// <param name="otherwise">What to say when there was nothing.</param>
    /// <exception cref="TimeoutException">There was nothing in time.</exception>
    public static async Task<T> SeeAsync<T>(Func<Task<T?>> look, TimeSpan timeout, Func<Task<string>> otherwise)
        where T : class
    {
        var started = TimeProvider.System.GetTimestamp();
        using var looks = new PeriodicTimer(BetweenLooks);
        while (true)
        {
            if (await look() is { } seen)
                return seen;
            if (TimeProvider.System.GetElapsedTime(started) > timeout)
                throw new TimeoutException($"Within {timeout}: {await otherwise()}.");
            await looks.WaitForNextTickAsync();
        }
    }
}
