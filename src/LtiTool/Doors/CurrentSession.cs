using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Shared.Journeys;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>Who is here, where, and what they may do: filled by <see cref="SessionPath"/> before any page runs.</summary>
public sealed class CurrentSession
{
    private OpenSession? open;

    /// <summary>Whether the request came with a session.</summary>
    public bool IsOpen => open is not null;

    /// <summary>The session's own key; safe to log.</summary>
    public Guid Id => Open.Id;

    /// <summary>Who.</summary>
    public Guid PersonId => Open.PersonId;

    /// <summary>What others see.</summary>
    public string PersonName => Open.PersonName;

    /// <summary>Whether the person has yet to say what to be called.</summary>
    public bool HasNoName => Open.HasNoName;

    /// <summary>The registration.</summary>
    public Guid PlatformId => Open.PlatformId;

    /// <summary>The course.</summary>
    /// <exception cref="InvalidOperationException">The launch was outside of one.</exception>
    public Guid CourseId => Open.CourseId ?? throw new InvalidOperationException("This launch has no course.");

    /// <summary>The journey, or null for deep linking.</summary>
    public Guid? JourneyId => Open.JourneyId;

    /// <summary>The journey's set-up, or null while there is none.</summary>
    public JourneyDefinition? Definition => Open.Definition;

    /// <summary>What the person may do in the course.</summary>
    public CourseRole Role => Open.Role;

    /// <summary>The message that opened it.</summary>
    public LtiMessageType Purpose => Open.Purpose;

    /// <summary>Rest of the launch.</summary>
    public SessionFacts Facts => Open.Facts;

    /// <summary>Whether the person began the journey before this request.</summary>
    public bool HasStarted => Open.Matters.ParticipationId is not null;

    /// <summary>Nudges that came and were not settled.</summary>
    public int WaitingNudges => Open.Matters.WaitingNudges;

    /// <summary>Whether a learner waits for this person's answer to an invitation.</summary>
    public bool IsInvited => Open.Matters.IsInvited;

    /// <summary>Facilitates: reviews evidence, sees the group.</summary>
    public bool IsFacilitator => Role is CourseRole.TeachingAssistant or CourseRole.Instructor;

    /// <summary>Changes the set-up.</summary>
    public bool IsInstructor => Role == CourseRole.Instructor;

    /// <summary>Learns.</summary>
    public bool IsLearner => Role == CourseRole.Learner;

    /// <summary>The person's time zone, else the journey's, else UTC.</summary>
    public TimeZoneInfo Zone =>
        TimeZoneInfo.TryFindSystemTimeZoneById(Facts.TimeZone ?? "", out var own) ? own
        : TimeZoneInfo.TryFindSystemTimeZoneById(Definition?.TimeZone ?? "", out var journey) ? journey
        : TimeZoneInfo.Utc;

    private OpenSession Open => open ?? throw new InvalidOperationException("There is no session here.");

    internal void Begin(OpenSession session) => open = session;
}

/// <summary>A session as it is read for a request.</summary>
internal sealed record OpenSession(
    Guid Id, string HandleHash, string? CookieHash, Guid PersonId, string PersonName, bool HasNoName, Guid PlatformId, Guid? CourseId,
    Guid? JourneyId, JourneyDefinition? Definition, CourseRole Role, LtiMessageType Purpose, SessionFacts Facts,
    DateTimeOffset LastSeenAt, DateTimeOffset OpenedAt, OpenMatters Matters);

/// <summary>What the person has open in the journey, as it stood when the request came.</summary>
/// <param name="ParticipationId">The person's own participation, or null before the start.</param>
/// <param name="WaitingNudges">Nudges that came and were not settled.</param>
/// <param name="IsInvited">Whether a learner waits for this person's answer to an invitation.</param>
internal readonly record struct OpenMatters(Guid? ParticipationId, int WaitingNudges, bool IsInvited);
