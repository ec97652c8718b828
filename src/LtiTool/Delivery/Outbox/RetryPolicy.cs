namespace LearningBuddy.LtiTool.Delivery;

/// <summary>When to try again, and when to stop. Pure but for chance, which comes in.</summary>
internal static class RetryPolicy
{
    /// <summary>Tries before giving up: some three days, with the pauses below.</summary>
    public const int MostAttempts = 80;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>
    /// The pause after a failed try: doubling from five seconds to an hour, half of it by chance, so that a
    /// returning server isn't met by all at once.
    /// </summary>
    /// <param name="attempts">Tries so far, at least 1.</param>
    /// <param name="asked">What the other side asked for; never undercut.</param>
    /// <param name="chance">0 (inclusive) to 1 (exclusive).</param>
    public static TimeSpan Pause(int attempts, TimeSpan? asked, double chance)
    {
        var doubled = First * Math.Pow(2, Math.Min(attempts - 1, 12));
        var capped = doubled < Longest ? doubled : Longest;
        var pause = (capped / 2) + (capped / 2 * chance);
        return asked > pause ? asked.Value : pause;
    }
}
