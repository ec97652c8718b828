namespace LearningBuddy.Shared.Events;

/// <summary>A behavioural statement as it was named when the event happened.</summary>
/// <param name="Id">Stable key within the journey's definition, e.g. <c>quiet-voices</c>.</param>
/// <param name="Name">The statement in words.</param>
public sealed record BehaviourRef(string Id, string Name);

/// <summary>A sprint as it was named when the event happened.</summary>
public sealed record SprintRef(string Id, string Name);

/// <summary>Points a reviewer or assessor gave, on the scale that was used.</summary>
/// <param name="Raw">Points, between <paramref name="Min"/> and <paramref name="Max"/>, both included.</param>
/// <param name="Min">Lowest level of the scale.</param>
/// <param name="Max">Highest level of the scale, above <paramref name="Min"/>.</param>
public sealed record Points(double Raw, double Min, double Max)
{
    /// <value>0 (lowest level) to 1 (highest level), both included.</value>
    public double Scaled => (Raw - Min) / (Max - Min);
}

/// <summary>One version of a piece of evidence.</summary>
/// <param name="Id">The piece of evidence.</param>
/// <param name="Revision">1 for the first submission.</param>
/// <param name="Title">What the learner called it; personal text, left out where a destination takes no free text.</param>
/// <param name="Behaviours">What it is meant to show.</param>
/// <param name="Sprint">The sprint it belongs to, if any.</param>
public sealed record EvidenceRef(Guid Id, int Revision, string Title, IReadOnlyList<BehaviourRef> Behaviours, SprintRef? Sprint = null);

/// <summary>A file that belongs to a piece of evidence.</summary>
/// <param name="Name">File name as the learner gave it.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Length">Size in octets.</param>
/// <param name="Sha256">SHA-256 of the content, 64 lower-case hexadecimal digits.</param>
public sealed record FileRef(string Name, string ContentType, long Length, string Sha256);

/// <summary>A planned meeting.</summary>
/// <param name="Id">The meeting.</param>
/// <param name="Kind">What kind of meeting.</param>
/// <param name="Sequence">1 for the first of its kind in this pair or circle.</param>
/// <param name="Of">How many are planned in all, if known.</param>
/// <param name="GroupId">The buddy pair or circle that meets.</param>
/// <param name="PlannedStartAt">UTC.</param>
/// <param name="PlannedDuration">How long it should take.</param>
public sealed record MeetingRef(
    Guid Id, MeetingKind Kind, int Sequence, int? Of, Guid GroupId, DateTimeOffset? PlannedStartAt = null, TimeSpan? PlannedDuration = null);

/// <summary>Who meets.</summary>
public enum MeetingKind
{
    /// <summary>A learner and the learning buddy.</summary>
    Buddy,

    /// <summary>A peer circle's first session.</summary>
    Circle,

    /// <summary>A peer circle, four weeks later.</summary>
    CircleReconvene,
}

/// <summary>In which role somebody looked at a piece of evidence.</summary>
public enum ReviewerRole
{
    /// <summary>The learner's learning buddy.</summary>
    Buddy,

    /// <summary>Another learner of the journey.</summary>
    Peer,

    /// <summary>The facilitator.</summary>
    Facilitator,

    /// <summary>The learner's manager.</summary>
    Manager,

    /// <summary>Somebody outside the journey who saw it happen.</summary>
    Witness,
}

/// <summary>How a piece of evidence came about.</summary>
public enum EvidenceKind
{
    /// <summary>Real work.</summary>
    OnTheJob,

    /// <summary>A practice round with a practice buddy.</summary>
    PracticeRound,

    /// <summary>Recorded by another system and accepted by the learner.</summary>
    External,
}

/// <summary>How a nudge reaches a person.</summary>
public enum NudgeChannel
{
    /// <summary>The inbox inside the tool.</summary>
    Inbox,

    /// <summary>E-mail.</summary>
    Email,

    /// <summary>Web push.</summary>
    Push,
}
