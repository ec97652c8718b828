namespace LearningBuddy.Shared.People;

/// <summary>An LTI context of a deployment.</summary>
public sealed class Course
{
    private Course()
    {
    }

    /// <summary>Makes a course known.</summary>
    public Course(Guid id, Guid platformId, string deploymentId, string contextId)
    {
        Id = id;
        PlatformId = platformId;
        DeploymentId = deploymentId;
        ContextId = contextId;
    }

    /// <summary>Our own key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The registration.</summary>
    public Guid PlatformId { get; private set; }

    /// <summary>The deployment, as the platform names it.</summary>
    public string DeploymentId { get; private set; } = "";

    /// <summary>The context, as the platform names it.</summary>
    public string ContextId { get; private set; } = "";

    /// <summary>Its title, or null.</summary>
    public string? Title { get; set; }

    /// <summary>Address of the roster (NRPS), or null.</summary>
    public string? MembershipsUrl { get; set; }

    /// <summary>When the roster was last read to its end, UTC, or null for never.</summary>
    public DateTimeOffset? RosterReadAt { get; set; }

    /// <summary>Why the roster could not be read since, in a word, or null.</summary>
    public RosterFault? RosterFault { get; set; }

    /// <summary>When the roster last told anybody's name, UTC, or null where it tells none.</summary>
    public DateTimeOffset? NamesToldAt { get; set; }
}

/// <summary>Why a roster is older than it should be.</summary>
public enum RosterFault
{
    /// <summary>The LMS doesn't offer it, or doesn't let us read it.</summary>
    NotOffered,

    /// <summary>The LMS did not answer, or failed.</summary>
    NoAnswer,

    /// <summary>The answer names nobody, or can't be read to its end.</summary>
    Unreadable,

    /// <summary>The platform is switched off.</summary>
    Blocked,
}

/// <summary>A person in a course.</summary>
public sealed class Enrolment
{
    private Enrolment()
    {
    }

    /// <summary>Enrols a person.</summary>
    public Enrolment(Guid courseId, Guid personId, EnrolmentRole role)
    {
        CourseId = courseId;
        PersonId = personId;
        Role = role;
    }

    /// <summary>The course.</summary>
    public Guid CourseId { get; private set; }

    /// <summary>The person.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>What the person does there; the last launch wins over the roster.</summary>
    public EnrolmentRole Role { get; set; }

    /// <summary>False once a complete roster no longer names the person: history stays.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>True for a platform's test student: kept out of rosters and statistics.</summary>
    public bool IsTestUser { get; set; }

    /// <summary>Whether the role came from the person's own launch.</summary>
    public bool RoleFromLaunch { get; set; }

    /// <summary>The course's groups the person is in, as the LMS told at the last launch; null where it doesn't tell.</summary>
    public string? Groups { get; set; }
}

/// <summary>What a person does in a course.</summary>
public enum EnrolmentRole
{
    /// <summary>Looks on.</summary>
    Guest,

    /// <summary>Accompanies certain learners.</summary>
    Mentor,

    /// <summary>Learns.</summary>
    Learner,

    /// <summary>Sets up, but reads nobody's evidence.</summary>
    Designer,

    /// <summary>Facilitates.</summary>
    TeachingAssistant,

    /// <summary>Facilitates and sets up.</summary>
    Instructor,
}
