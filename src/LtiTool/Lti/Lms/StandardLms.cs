using System.Net;
using System.Text.Json.Nodes;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// How a platform behaves that does what the standards say. A learning platform that differs overrides the one member that differs, in its
/// own file,
/// with the reason, its source and the date; each override has a row in <c>docs/lms-quirks.md</c> and a recorded case.
/// </summary>
internal class StandardLms
{
    /// <summary>Who may frame the pages that come before a launch, which know only the registration.</summary>
    public virtual IReadOnlyList<string> FrameSourcesBeforeLaunch(Platform platform) => FrameAncestors.Registered(platform);

    /// <summary>Who may frame the pages of a session.</summary>
    /// <param name="platform">The registration.</param>
    /// <param name="custom">The launch's custom parameters.</param>
    /// <param name="returnUrl">Where the platform wants people back.</param>
    public virtual IReadOnlyList<string> FrameOrigins(Platform platform, IReadOnlyDictionary<string, string> custom, Uri? returnUrl)
    {
        var origins = FrameAncestors.Registered(platform);
        FrameAncestors.Add(origins, returnUrl is null ? null : WebAddress.OriginOf(returnUrl));
        return origins;
    }

    /// <summary>
    /// What the page around our frame hears. No standard names a message for the height of a frame; the one that most platforms took over
    /// is sent everywhere, and where nobody listens (Moodle gives every frame the height of the window) the page scrolls inside.
    /// </summary>
    public virtual FrameMessages FrameMessages(IReadOnlyDictionary<string, string> custom) => new("lti.frameResize");

    /// <summary>The role in the course of a launch.</summary>
    public virtual CourseRole RoleOf(IReadOnlyList<string> roles, IReadOnlyDictionary<string, string> custom) => CourseRoles.Of(roles);

    /// <summary>Whether the message comes from a course, by the types of its context; many platforms name none.</summary>
    public virtual bool IsCourse(IReadOnlyList<string> contextTypes) => true;

    /// <summary>
    /// The custom parameter with the groups or sections of the course the person is in, separated by commas; null where there is none.
    /// </summary>
    public virtual string? GroupsParameter => null;

    /// <summary>A name as the roster means it.</summary>
    public virtual string? RosterName(string? told) => told;

    /// <summary>Whether somebody whom the roster calls a learner may be trusted to be none of the staff.</summary>
    public virtual bool RosterTellsStaffApart => true;

    /// <summary>How the grade book takes scores.</summary>
    public virtual GradeTraits Grades { get; } = new(TimeSpan.Zero, KeepsGradeOnProgress: true);

    /// <summary>Adds what the platform wants to know beyond the standard.</summary>
    public virtual void ExtendScore(JsonObject json, Score score)
    {
    }

    /// <summary>What an answer to a score means (AGS 2.0, 3.4.10).</summary>
    public virtual ScoreResult ReadScore(LtiAnswer answer) => answer.Status switch
    {
        _ when answer.IsSuccess => new ScoreResult.Stored(),
        _ when IsThrottled(answer) => new ScoreResult.Throttled(answer.RetryAfter),
        HttpStatusCode.Conflict => new ScoreResult.Superseded(),
        HttpStatusCode.NotFound or HttpStatusCode.Gone => new ScoreResult.Gone(),
        HttpStatusCode.InternalServerError => new ScoreResult.Failed(Describe(answer)),
        HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new ScoreResult.Unreachable(Describe(answer)),
        _ => new ScoreResult.Refused(Describe(answer)),
    };

    /// <summary>Whether the platform asks for patience (RFC 6585, 4).</summary>
    public virtual bool IsThrottled(LtiAnswer answer) => answer.Status == HttpStatusCode.TooManyRequests;

    /// <summary>The next page of a list (RFC 8288), or null after the last.</summary>
    public virtual Uri? NextPage(string? link, Uri page) => LinkHeader.Next(link, page);

    /// <summary>
    /// Whether a configuration found at an address may speak for the issuer that it names (OpenID Connect Discovery 1.0, 4.3).
    /// </summary>
    public virtual bool MaySpeakFor(Uri address, PlatformConfiguration configuration) => IsSameHost(address, configuration.Issuer);

    /// <summary>Whether a configuration found at an address may change a registration that is there already.</summary>
    public virtual bool MayChange(Uri address, Platform registered) => IsSameHost(address, registered.Issuer);

    /// <summary>
    /// Audience of client assertions that the configuration's <c>authorization_server</c> asks for; null for the token endpoint's address.
    /// </summary>
    public virtual string? TokenAudience(string? authorizationServer) =>
        Uri.TryCreate(authorizationServer, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps ? authorizationServer : null;

    /// <summary>Addresses that follow from the issuer, for a registration by hand; null where nothing follows.</summary>
    public virtual PlatformAddresses? AddressesOf(string issuer) => null;

    /// <summary>The address that names a course in statements: one's own, where the platform has no public one.</summary>
    public virtual string CourseActivityId(Platform platform, string contextId) =>
        $"{platform.Issuer.TrimEnd('/')}/course/{Uri.EscapeDataString(contextId)}";

    /// <summary>
    /// The address that leads a person to the activity, for a link in a mail; null where the platform has none that can be known.
    /// </summary>
    /// <param name="platform">The registration.</param>
    /// <param name="resourceLinkId">The activity, as the platform names it.</param>
    public virtual Uri? WayIn(Platform platform, string resourceLinkId) => null;

    /// <summary>Custom parameters to register beside <see cref="CustomParameter.Registered"/>.</summary>
    public virtual IReadOnlyDictionary<string, string> ExtraCustomParameters { get; } = new Dictionary<string, string>();

    /// <summary>Adds the platform's own settings to a registration; the standard has none.</summary>
    /// <param name="tool">The object <c>lti-tool-configuration</c>.</param>
    public virtual void ExtendRegistration(JsonObject tool)
    {
    }

    private static bool IsSameHost(Uri address, string issuer) =>
        Uri.TryCreate(issuer, UriKind.Absolute, out var uri) && uri.Scheme == address.Scheme && uri.Authority == address.Authority;

    /// <summary>Status and what can be said of the reason without repeating the request.</summary>
    protected static string Describe(LtiAnswer answer) => $"{(int)answer.Status} {PlatformWords.Reason(answer.Reason)}".TrimEnd();
}

/// <summary>Where a platform takes authentication requests, gives tokens and publishes keys.</summary>
internal sealed record PlatformAddresses(Uri Authorization, Uri Token, Uri Jwks);
