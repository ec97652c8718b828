using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.People;

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

    /// <summary>The language the person chose to read, two letters; null follows the launch.</summary>
    public string? ChosenLanguage => Open.ChosenLanguage;

    /// <summary>Whether pages are light or dark.</summary>
    public Look Look => Open.Look;

    /// <summary>The registration.</summary>
    public Guid PlatformId => Open.PlatformId;

    /// <summary>The course.</summary>
    /// <exception cref="InvalidOperationException">The launch was outside of one.</exception>
    public Guid CourseId => Open.CourseId ?? throw new InvalidOperationException("This launch has no course.");

    /// <summary>Whether the launch came from a course.</summary>
    public bool HasCourse => Open.CourseId is not null;

    /// <summary>The journey, or null for deep linking.</summary>
    public Guid? JourneyId => Open.JourneyId;

    /// <summary>The version of the journey's design that holds, or null while there is none.</summary>
    public JourneyDesign? Design => Open.Design;

    /// <summary>Who does what is done in this session.</summary>
    public Actor Actor => new(Open.PersonId);

    /// <summary>The person's own participation, or null before the start.</summary>
    public Guid? ParticipationId => Open.ParticipationId;

    /// <summary>What the person may do in the course.</summary>
    public CourseRole Role => Open.Role;

    /// <summary>The message that opened it.</summary>
    public LtiMessageType Purpose => Open.Purpose;

    /// <summary>Rest of the launch.</summary>
    public SessionFacts Facts => Open.Facts;

    /// <summary>Whether a page may be opened in a new tab: what is chosen in deep linking goes back by this window alone.</summary>
    public bool CanOpenTab => !Facts.IsOwnTab && Purpose != LtiMessageType.DeepLinking;

    /// <summary>The way back to the course where no page of the LMS is around ours, or null.</summary>
    public Uri? WayBack => Facts.IsOwnTab ? Facts.ReturnUrl : null;

    /// <summary>Whether the person came from a course of their own, where the LMS vouches for them.</summary>
    public bool CameFromOwnCourse => Facts.CameFrom is not null;

    /// <summary>
    /// Whether the person is not in the course and came by the guest's door: by a link, or from a course of their own. Then only what they
    /// were asked for is here.
    /// </summary>
    public bool IsGuest => Open.Guest is not null;

    /// <summary>What a guest was asked for.</summary>
    /// <exception cref="InvalidOperationException">The session was not opened by a guest link.</exception>
    public GuestScope GuestScope => Open.Guest?.Scope ?? throw new InvalidOperationException("This is no guest's session.");

    /// <summary>
    /// Whether the person is on a device of their own: there is no LMS around the page, and they have a learner's rights.
    /// </summary>
    public bool IsDevice => Open.IsDevice;

    /// <summary>Whether the journey's places can be gone to from the head of the page.</summary>
    public bool HasPlaces => JourneyId is not null && Design is not null;

    /// <summary>Whether the person began the journey before this request.</summary>
    public bool HasStarted => Open.ParticipationId is not null;

    /// <summary>How much waits for this person themselves.</summary>
    public int WaitsForMe(AttentionKind kind) => Open.Waiting.Of(AttentionAudience.Person, kind);

    /// <summary>How much waits for whoever facilitates; 0 for others.</summary>
    public int WaitsForFacilitators(AttentionKind kind) => Open.Waiting.Of(AttentionAudience.Facilitators, kind);

    /// <summary>What the person is to the journey as a whole.</summary>
    public IReadOnlyList<Relation> Relations => Role switch
    {
        _ when IsGuest => [Relation.Guest],
        CourseRole.Learner => [Relation.Visitor, Relation.Learner],
        CourseRole.Designer => [Relation.Visitor, Relation.Instructor],
        CourseRole.TeachingAssistant => [Relation.Visitor, Relation.Facilitator],
        CourseRole.Instructor => [Relation.Visitor, Relation.Facilitator, Relation.Instructor],
        _ => [Relation.Visitor],
    };

    /// <summary>Facilitates: reviews evidence, sees the group.</summary>
    public bool IsFacilitator => Role is CourseRole.TeachingAssistant or CourseRole.Instructor;

    /// <summary>Changes the set-up.</summary>
    public bool IsInstructor => Role is CourseRole.Instructor or CourseRole.Designer;

    /// <summary>Learns.</summary>
    public bool IsLearner => Role == CourseRole.Learner;

    /// <summary>Whether the person is addressed as friends are: a learner in a journey that says so.</summary>
    public bool IsInformal => IsOpen && IsLearner && Design?.IsInformal == true;

    /// <summary>The zone the person chose, else that of the launch, else the journey's, else UTC; UTC outside of a session.</summary>
    public TimeZoneInfo Zone => IsOpen ? LearnerReader.ZoneOf(Open.ChosenZone, Facts.TimeZone, Design) : TimeZoneInfo.Utc;

    /// <summary>A day as it is where the person is.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>The session, for the page that says that it has ended.</summary>
    internal OpenSession Ended => Open;

    private OpenSession Open => open ?? throw new InvalidOperationException("There is no session here.");

    internal void Begin(OpenSession session) => open = session;
}

/// <summary>A session as it is read for a request.</summary>
internal sealed record OpenSession(
    Guid Id, string HandleHash, string? CookieHash, Guid PersonId, string PersonName, bool HasNoName, Guid PlatformId, Guid? CourseId,
    Guid? JourneyId, JourneyDesign? Design, CourseRole Role, LtiMessageType Purpose, SessionFacts Facts,
    DateTimeOffset LastSeenAt, DateTimeOffset OpenedAt, Guid? ParticipationId, WaitingCounts Waiting)
{
    /// <summary>Two letters, or null for the language of the launch.</summary>
    public string? ChosenLanguage { get; init; }

    /// <summary>IANA name of the zone the person chose, or null for that of the launch.</summary>
    public string? ChosenZone { get; init; }

    /// <summary>Whether pages are light or dark.</summary>
    public Look Look { get; init; }

    /// <summary>Whether it stands for a device of the person's own.</summary>
    public bool IsDevice { get; init; }

    /// <summary>The guest link it was opened with, or null for any other door.</summary>
    public GuestPass? Guest { get; init; }
}

/// <summary>The guest link behind a session, as it stands.</summary>
/// <param name="LinkId">The link.</param>
/// <param name="Scope">What it opens.</param>
/// <param name="ClosesAt">When it closed or will close, UTC: the session ends with it.</param>
internal sealed record GuestPass(Guid LinkId, GuestScope Scope, DateTimeOffset ClosesAt);
