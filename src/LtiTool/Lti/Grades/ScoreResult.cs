namespace LearningBuddy.LtiTool.Lti;

/// <summary>What became of a score.</summary>
public abstract record ScoreResult
{
    private ScoreResult()
    {
    }

    /// <summary>It is in the grade book.</summary>
    public sealed record Stored : ScoreResult;

    /// <summary>The platform holds a later one: ours, or a teacher's.</summary>
    public sealed record Superseded : ScoreResult;

    /// <summary>The platform grades this person no longer, or never did: not enrolled, or a teacher.</summary>
    /// <param name="Detail">For the administrator.</param>
    public sealed record NotGradable(string Detail) : ScoreResult;

    /// <summary>The column is gone: find or make another one.</summary>
    public sealed record Gone : ScoreResult;

    /// <summary>A repeat brings the same answer.</summary>
    /// <param name="Detail">For the administrator.</param>
    public sealed record Refused(string Detail) : ScoreResult;

    /// <summary>Too many requests.</summary>
    /// <param name="RetryAfter">How long to wait, or null when not said.</param>
    public sealed record Throttled(TimeSpan? RetryAfter) : ScoreResult;

    /// <summary>The platform failed over this score or its column (500); others may fare better. Safe to repeat.</summary>
    /// <param name="Detail">For the administrator.</param>
    public sealed record Failed(string Detail) : ScoreResult;

    /// <summary>No answer, or a broken one; the score may have been stored all the same. Safe to repeat.</summary>
    /// <param name="Detail">For the administrator.</param>
    public sealed record Unreachable(string Detail) : ScoreResult;
}
