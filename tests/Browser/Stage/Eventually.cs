namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>Waits for what happens behind the pages.</summary>
internal static class Eventually
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    /// <summary>Looks until there is something to see.</summary>
    /// <exception cref="TimeoutException">There was nothing in time.</exception>
    public static async Task<T> SeeAsync<T>(Func<T?> look, TimeSpan timeout, string what)
        where T : class
    {
        var started = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(started) < timeout)
        {
            if (look() is { } seen)
                return seen;
            await Task.Delay(BetweenLooks);
        }

        throw new TimeoutException($"Within {timeout}: no {what}.");
    }
}
