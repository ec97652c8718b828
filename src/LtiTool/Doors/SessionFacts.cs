using LearningBuddy.LtiTool.Lti;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>What pages need of a launch beside the keys: kept with the session, forgotten with it.</summary>
public sealed record SessionFacts
{
    /// <summary>Language tag of the launch, or null.</summary>
    public string? Locale { get; init; }

    /// <summary>IANA time zone, or null.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Origins that may frame the pages.</summary>
    public IReadOnlyList<string> FrameAncestors { get; init; } = [];

    /// <summary>What pages may tell the LMS's page around their frame; null when there is none around them.</summary>
    public FrameMessages? FrameMessages { get; init; }

    /// <summary>Where to send the person back to, or null.</summary>
    public Uri? ReturnUrl { get; init; }

    /// <summary>
    /// The path of the session that this one was opened from, sealed: how somebody who supports a learner of another course comes back to
    /// their own. Null for all others.
    /// </summary>
    public string? CameFrom { get; init; }

    /// <summary>The deployment, as the platform names it.</summary>
    public string DeploymentId { get; init; } = "";

    /// <summary>The context, as the platform names it.</summary>
    public string? ContextId { get; init; }

    /// <summary>The course's title.</summary>
    public string? CourseTitle { get; init; }

    /// <summary>The link's title.</summary>
    public string? LinkTitle { get; init; }

    /// <summary>Present in deep linking.</summary>
    public DeepLinkingSettings? DeepLinking { get; init; }

    /// <summary>Whose work a submission review asks for.</summary>
    public string? ForSubject { get; init; }

    /// <summary>The content the link names though it could not be copied by itself: the teacher is asked.</summary>
    public Guid? OfferedContentId { get; init; }

    /// <summary>Contexts this course was copied from, newest first.</summary>
    public IReadOnlyList<string> CopiedFrom { get; init; } = [];

    /// <summary>Subjects whose mentor the person is.</summary>
    public IReadOnlyList<string> MentoredSubjects { get; init; } = [];

    /// <summary>The role texts of a launch that gave no role in the course: something to quote. A few of them, and short.</summary>
    public IReadOnlyList<string> UnknownRoles { get; init; } = [];

    /// <summary>The groups of the course the person is in; null where the platform doesn't tell.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>True for a new tab, opened with a ticket: there is no frame around it.</summary>
    public bool IsOwnTab { get; init; }
}
