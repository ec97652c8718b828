namespace LearningBuddy.XApi.Client;

/// <summary>What became of one statement.</summary>
public abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>It is there.</summary>
    public sealed record Sent : SendResult;

    /// <summary>It was there before and is the same.</summary>
    public sealed record SameAlreadyThere : SendResult;

    /// <summary>Another statement has its id. Sending again, or under another id, would be wrong.</summary>
    /// <param name="Words">What the record store said.</param>
    public sealed record Conflict(string Words) : SendResult;

    /// <summary>The record store will never take it. It must not hold up the others.</summary>
    /// <param name="Words">What the record store said.</param>
    public sealed record Poison(string Words) : SendResult;

    /// <summary>Not now: send the same bytes again.</summary>
    /// <param name="After">How long the record store asked to wait, or null.</param>
    /// <param name="Words">What happened.</param>
    public sealed record Retry(TimeSpan? After, string Words) : SendResult;

    /// <summary>Address or credentials are wrong: nothing will get through until an administrator changes a setting.</summary>
    /// <param name="Words">What the record store said.</param>
    public sealed record Misconfigured(string Words) : SendResult;
}
