using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Data.Rows;

/// <summary>
/// Something that is to be looked at when its time has come. Kind and subject are the key: planned twice, it is planned once.
/// </summary>
public sealed class DueItemRow
{
    /// <summary>Our own key, made of kind and subject.</summary>
    public Guid Id { get; set; }

    /// <summary>One of <see cref="DueKind"/>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>What it is about.</summary>
    public Guid SubjectId { get; set; }

    /// <summary>The learner it concerns, or null.</summary>
    public Guid? ParticipationId { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Failed tries so far.</summary>
    public int Attempts { get; set; }

    /// <summary>Why the last try failed, or null. No personal data.</summary>
    public string? LastFault { get; set; }

    /// <summary>The worker that has it now, or null.</summary>
    public string? LeaseOwner { get; set; }

    /// <summary>Until when nobody else takes it, UTC, or null.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>An item of a kind about a subject: the same two always have the same key.</summary>
    public static DueItemRow Of(string kind, Guid subject, DateTimeOffset at, Guid? participationId = null) => new()
    {
        Id = DerivedId.From(subject, kind),
        Kind = kind,
        SubjectId = subject,
        ParticipationId = participationId,
        DueAt = at,
    };
}
