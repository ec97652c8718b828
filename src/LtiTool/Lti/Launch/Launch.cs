using System.Text.Json.Serialization;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// A validated LTI message: the claims of a launch in types (LTI 1.3 Core, 5.3 and 5.4). Optional claims are null or empty.
/// </summary>
public sealed record Launch
{
    /// <summary>The registration that was launched from.</summary>
    public required Platform Platform { get; init; }

    /// <summary>The kind of message.</summary>
    public required LtiMessageType MessageType { get; init; }

    /// <summary>The deployment, as the platform names it.</summary>
    public required string DeploymentId { get; init; }

    /// <summary><c>sub</c>: who, unique within the registration.</summary>
    public required string Subject { get; init; }

    /// <summary>The token's nonce, to be used up once.</summary>
    public required string Nonce { get; init; }

    /// <summary>When the token's nonce may be forgotten: its end of life plus the leeway, UTC.</summary>
    public required DateTimeOffset NonceExpiresAt { get; init; }

    /// <summary>Where the person should end; its host is ours.</summary>
    public required Uri TargetLinkUri { get; init; }

    /// <summary>What the person may do in this course.</summary>
    public required CourseRole Role { get; init; }

    /// <summary>The role texts as they were sent.</summary>
    public IReadOnlyList<string> SentRoles { get; init; } = [];

    /// <summary>The groups of the course the person is in, as the platform names them; null where it doesn't tell.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>True for Canvas's Student View: kept out of rosters and statistics.</summary>
    public bool IsTestUser { get; init; }

    /// <summary>Subjects whose mentor this person is (<c>role_scope_mentor</c>).</summary>
    public IReadOnlyList<string> MentoredSubjects { get; init; } = [];

    /// <summary>The course, or null for a launch outside of one.</summary>
    public LtiContext? Context { get; init; }

    /// <summary>The link launched, or null for messages without one.</summary>
    public LtiResourceLink? ResourceLink { get; init; }

    /// <summary>Names and address, each null where the platform hides it.</summary>
    public LtiPersonNames Names { get; init; } = new(null, null, null, null, null);

    /// <summary>Language tag of the launch, or null.</summary>
    public string? Locale { get; init; }

    /// <summary>IANA time zone of the person, or null where unknown.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Where to send the person back to, or null.</summary>
    public Uri? ReturnUrl { get; init; }

    /// <summary><c>iframe</c>, <c>window</c>, <c>frame</c> or null.</summary>
    public string? DocumentTarget { get; init; }

    /// <summary>Custom parameters; a value that is an unresolved variable or empty is left out. Keys as sent.</summary>
    public IReadOnlyDictionary<string, string> Custom { get; init; } = new Dictionary<string, string>();

    /// <summary>Ids of the courses this one was copied from, newest first (<c>$Context.id.history</c>).</summary>
    public ContextHistory ContextHistory { get; init; } = ContextHistory.Unknown;

    /// <summary>Grade service of this link, or null.</summary>
    public AgsEndpoint? Grades { get; init; }

    /// <summary>Address of the roster (NRPS 2.0, 2.4), or null.</summary>
    public Uri? MembershipsUrl { get; init; }

    /// <summary>Present in deep linking requests.</summary>
    public DeepLinkingSettings? DeepLinking { get; init; }

    /// <summary>Whose work the teacher wants to see: present in submission reviews.</summary>
    public string? ForSubject { get; init; }

    /// <summary>Origins that may frame this session's pages, e.g. <c>https://school.example</c>.</summary>
    public IReadOnlyList<string> FrameAncestors { get; init; } = [];

    /// <summary>What this session's pages may tell the page around their frame.</summary>
    public FrameMessages? FrameMessages { get; init; }
}

/// <summary>Messages this tool takes (LTI 1.3 Core 5.2, Deep Linking 2.0, AGS 2.0 4.6).</summary>
public enum LtiMessageType
{
    /// <summary><c>LtiResourceLinkRequest</c>.</summary>
    ResourceLink,

    /// <summary><c>LtiDeepLinkingRequest</c>.</summary>
    DeepLinking,

    /// <summary><c>LtiSubmissionReviewRequest</c>.</summary>
    SubmissionReview,
}

/// <summary>What somebody may do in a course, from least to most.</summary>
public enum CourseRole
{
    /// <summary>No role we know in this course: may look, learns nothing about others.</summary>
    Guest,

    /// <summary>Accompanies certain learners.</summary>
    Mentor,

    /// <summary>Learns.</summary>
    Learner,

    /// <summary>Sets up, but reads nobody's evidence.</summary>
    Designer,

    /// <summary>Facilitates, but does not change the set-up.</summary>
    TeachingAssistant,

    /// <summary>Facilitates and sets up.</summary>
    Instructor,
}

/// <summary><c>lti/claim/context</c>.</summary>
public sealed record LtiContext(string Id, string? Title, string? Label);

/// <summary><c>lti/claim/resource_link</c>; title and description are plain text.</summary>
public sealed record LtiResourceLink(string Id, string? Title, string? Description);

/// <summary>The OpenID Connect profile claims.</summary>
public sealed record LtiPersonNames(string? Name, string? GivenName, string? FamilyName, string? Email, Uri? Picture);

/// <summary><c>lti-ags/claim/endpoint</c> (AGS 2.0, 3.1).</summary>
/// <param name="Scopes">What may be asked for.</param>
/// <param name="LineItems">Container address, or null.</param>
/// <param name="LineItem">The link's only line item, or null when it has none or several.</param>
public sealed record AgsEndpoint(IReadOnlyList<string> Scopes, Uri? LineItems, Uri? LineItem);

/// <summary><c>lti-dl/claim/deep_linking_settings</c> (Deep Linking 2.0, 4.4.1).</summary>
/// <param name="ReturnUrl">Where the response is posted to; its query is kept.</param>
/// <param name="AcceptTypes">Content item types.</param>
/// <param name="AcceptMultiple">Whether several items may be returned.</param>
/// <param name="AcceptLineItem">False: line items are ignored; null: not said.</param>
/// <param name="Data">Opaque, echoed; null when not sent.</param>
public sealed record DeepLinkingSettings(
    Uri ReturnUrl, IReadOnlyList<string> AcceptTypes, bool AcceptMultiple, bool? AcceptLineItem, string? Data)
{
    /// <summary>Whether the platform takes links of LTI here, which is all that this tool has.</summary>
    [JsonIgnore]
    public bool TakesLinks => AcceptTypes.Contains(ContentItemJson.LinkType);
}

/// <summary>What the platform told about where a course was copied from.</summary>
/// <param name="Ids">Context ids, newest first.</param>
/// <param name="IsComplete">False when history is missing, <c>truncated</c> or <c>timed out</c>: then the teacher is asked.</param>
public sealed record ContextHistory(IReadOnlyList<string> Ids, bool IsComplete)
{
    /// <summary>Nothing was told.</summary>
    public static ContextHistory Unknown { get; } = new([], false);
}
