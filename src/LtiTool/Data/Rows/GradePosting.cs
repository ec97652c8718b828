namespace LearningBuddy.LtiTool.Data.Rows;

/// <summary>
/// A learner's score: the one stored figure that learner, teacher and gradebook see. What should stand in the gradebook, and what was last
/// sent.
/// </summary>
public sealed class GradePosting
{
    /// <summary>A <see cref="Reason"/>: the activity has no column in the gradebook.</summary>
    public const string NoColumn = "no-column";

    /// <summary>A <see cref="Reason"/>: the gradebook doesn't know the activity, which was deleted or whose course isn't open.</summary>
    public const string ActivityGone = "activity-gone";

    /// <summary>A <see cref="Reason"/>: an administrator of this tool switched the platform off.</summary>
    public const string PlatformBlocked = "platform-blocked";

    /// <summary>The learner's participation.</summary>
    public Guid ParticipationId { get; set; }

    /// <summary>The journey.</summary>
    public Guid JourneyId { get; set; }

    /// <summary>Points that should stand there.</summary>
    public double Given { get; set; }

    /// <summary>Out of.</summary>
    public double Maximum { get; set; }

    /// <summary>The reviewer's words.</summary>
    public string Comment { get; set; } = "";

    /// <summary>When the learner handed in what it rests on, UTC: work isn't late because the score is.</summary>
    public DateTimeOffset SubmittedAt { get; set; }

    /// <summary>Where it stands.</summary>
    public GradePostingState State { get; set; }

    /// <summary>Points given for behaviours, at least one: before that nothing is sent.</summary>
    public bool IsFinal { get; set; }

    /// <summary>
    /// Why, when refused or held up: <see cref="NoColumn"/>, <see cref="ActivityGone"/>, <see cref="PlatformBlocked"/>, or in the words of
    /// the platform; null otherwise.
    /// </summary>
    public string? Reason { get; set; }

    /// <summary>Points that were last sent and taken, or null.</summary>
    public double? SentGiven { get; set; }

    /// <summary>Timestamp of the last score taken, UTC, or null. The next one is later by a second at least.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>What the gradebook showed when it differed from what was sent, or null.</summary>
    public double? FoundInLms { get; set; }

    /// <summary>
    /// True where the gradebook has had its say: the score is sent again only when it moves, or when somebody asks for that.
    /// </summary>
    public bool IsSettled =>
        State is GradePostingState.Sent or GradePostingState.MissingInLms or GradePostingState.KeptInLms or GradePostingState.ChangedInLms;

    /// <summary>True when a facilitator said that ours goes over a mark changed by hand.</summary>
    public bool OverwriteAllowed { get; set; }
}

/// <summary>Where a score stands.</summary>
public enum GradePostingState
{
    /// <summary>Nothing is to be sent: nothing was confirmed yet, or the platform offers no gradebook.</summary>
    NotYet,

    /// <summary>Waits to be sent.</summary>
    Waiting,

    /// <summary>The gradebook has it.</summary>
    Sent,

    /// <summary>The platform refused it.</summary>
    Refused,

    /// <summary>The learner isn't in the course any more, or can't be graded there.</summary>
    NotInCourse,

    /// <summary>Somebody changed the mark in the LMS: a click decides.</summary>
    ChangedInLms,

    /// <summary>The gradebook took the score and has it no more: the course was reset, or the learner left and came back.</summary>
    MissingInLms,

    /// <summary>The platform took the score and goes on showing another, which somebody set there by hand.</summary>
    KeptInLms,
}
