namespace LearningBuddy.LtiTool.Lti;

/// <summary>Canvas, from its documentation of February to August 2026 (https://developerdocs.instructure.com/services/canvas/external-tools).</summary>
internal sealed class Canvas : StandardLms
{
    /// <summary>Canvas's <c>product_family_code</c>.</summary>
    public const string FamilyCode = "canvas";

    private const string DomainParameter = "canvas_api_domain";
    private const string EnrolmentsParameter = "canvas_membership_roles";

    /// <summary>
    /// All schools share one issuer, and each frames the tool from a domain of its own, which a key made by hand does not tell.
    /// Until the launch has told it, any https site may frame our pages: they hold nothing of a person.
    /// (https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.lti_launch_overview, 2026-02)
    /// </summary>
    public override IReadOnlyList<string> FrameSourcesBeforeLaunch(Platform platform) =>
        platform.AccountDomain is { Length: > 0 } ? base.FrameSourcesBeforeLaunch(platform) : [.. base.FrameSourcesBeforeLaunch(platform), "https:"];

    /// <summary>
    /// The school's domain stands in <c>$Canvas.api.domain</c>.
    /// (https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.tools_variable_substitutions, 2026-02)
    /// </summary>
    public override IReadOnlyList<string> FrameOrigins(Platform platform, IReadOnlyDictionary<string, string> custom, Uri? returnUrl)
    {
        var origins = new List<string>(base.FrameOrigins(platform, custom, returnUrl));
        if (custom.TryGetValue(DomainParameter, out var domain) && Uri.CheckHostName(domain.Split(':')[0]) != UriHostNameType.Unknown)
        {
            FrameAncestors.Add(origins, FrameAncestors.OriginOf("https://" + domain));
        }

        return origins;
    }

    /// <summary>
    /// Somebody who teaches one section and assists in another has the same role texts as an assistant; only
    /// <c>$Canvas.membership.roles</c> names the enrolments.
    /// (https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.canvas_roles, 2026-02)
    /// </summary>
    public override CourseRole RoleOf(IReadOnlyList<string> roles, IReadOnlyDictionary<string, string> custom)
    {
        var role = base.RoleOf(roles, custom);
        return role == CourseRole.TeachingAssistant
            && custom.TryGetValue(EnrolmentsParameter, out var enrolments)
            && enrolments.Split(',', StringSplitOptions.TrimEntries).Contains("TeacherEnrollment", StringComparer.Ordinal)
                ? CourseRole.Instructor
                : role;
    }

    /// <summary>The two variables above, and the token that its messages to the frame around us may carry.</summary>
    public override IReadOnlyDictionary<string, string> ExtraCustomParameters { get; } = new Dictionary<string, string>
    {
        [DomainParameter] = "$Canvas.api.domain",
        [EnrolmentsParameter] = "$Canvas.membership.roles",
        ["canvas_post_message_token"] = "$com.instructure.PostMessageToken",
    };
}
