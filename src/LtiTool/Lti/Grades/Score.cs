namespace LearningBuddy.LtiTool.Lti;

/// <summary>One learner's score at one moment (AGS 2.0, 3.4.1).</summary>
public sealed record Score
{
    /// <summary>Whose, as the platform names the person.</summary>
    public required string Subject { get; init; }

    /// <summary>
    /// When the score came to be, UTC; each score of a learner must be later than the one before, on some platforms by a whole second.
    /// </summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How far the learner is.</summary>
    public required ActivityProgress Activity { get; init; }

    /// <summary>How far the grading is; <see cref="GradingProgress.FullyGraded"/> is final.</summary>
    public required GradingProgress Grading { get; init; }

    /// <summary>Points, 0 or more; null to say nothing, which takes an earlier grade back on most platforms.</summary>
    public double? Given { get; init; }

    /// <summary>Out of how many, more than 0; needed beside <see cref="Given"/>. The platform rescales.</summary>
    public double? Maximum { get; init; }

    /// <summary>Plain text for the learner, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>Who decided, or null for a rule.</summary>
    public string? ScoringSubject { get; init; }

    /// <summary>When the learner handed in: keeps a late score from making the work late.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Whether a mark that a person has set in the grade book may be replaced, where the platform lets us say so.</summary>
    public bool ReplacesManualMark { get; init; }
}

/// <summary>AGS 2.0, 3.4.7.</summary>
public enum ActivityProgress
{
    /// <summary>Not begun, or begun again.</summary>
    Initialized,

    /// <summary>Opened.</summary>
    Started,

    /// <summary>Something is there.</summary>
    InProgress,

    /// <summary>Handed in; more may come.</summary>
    Submitted,

    /// <summary>Done.</summary>
    Completed,
}

/// <summary>AGS 2.0, 3.4.8.</summary>
public enum GradingProgress
{
    /// <summary>Nothing to grade.</summary>
    NotReady,

    /// <summary>It could not be graded.</summary>
    Failed,

    /// <summary>A machine is at it.</summary>
    Pending,

    /// <summary>A person must look.</summary>
    PendingManual,

    /// <summary>Final.</summary>
    FullyGraded,
}
