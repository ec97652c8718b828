using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Data.Rows;

/// <summary>
/// Something that waits for somebody in a journey: a projection of one learner's events, counted beside the places of a page.
/// </summary>
public sealed class AttentionRow
{
    /// <summary>Our own key.</summary>
    public Guid Id { get; set; }

    /// <summary>The journey.</summary>
    public Guid JourneyId { get; set; }

    /// <summary>The participation whose events brought it about.</summary>
    public Guid ParticipationId { get; set; }

    /// <summary>Where it is counted.</summary>
    public AttentionKind Kind { get; set; }

    /// <summary>What waits.</summary>
    public Guid SubjectId { get; set; }

    /// <summary>Whom it waits for.</summary>
    public AttentionAudience Audience { get; set; }

    /// <summary>The person, or for <see cref="AttentionAudience.Everybody"/> the one it does not wait for; null for facilitators.</summary>
    public Guid? PersonId { get; set; }
}

/// <summary>Whom something waits for.</summary>
public enum AttentionAudience
{
    /// <summary>One person.</summary>
    Person,

    /// <summary>Whoever facilitates the journey.</summary>
    Facilitators,

    /// <summary>Everybody in the journey but one.</summary>
    Everybody,
}
