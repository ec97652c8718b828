using System.Net;
using System.Text.Json.Nodes;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// Canvas, from its documentation of February to August 2026 (https://developerdocs.instructure.com/services/canvas/external-tools).
/// </summary>
internal sealed class Canvas : StandardLms
{
    /// <summary>Canvas's <c>product_family_code</c>.</summary>
    public const string FamilyCode = "canvas";

    private static readonly string[] SharedIssuers =
        ["https://canvas.instructure.com", "https://canvas.beta.instructure.com", "https://canvas.test.instructure.com"];

    private static readonly string[] VendorDomains = [".instructure.com", ".canvaslms.com"];

    private const string DomainParameter = "canvas_api_domain";
    private const string EnrolmentsParameter = "canvas_membership_roles";
    private const string SectionIds = "canvas_section_ids";
    private const string MessageToken = "canvas_post_message_token";

    /// <summary>
    /// All schools share one issuer, and each frames the tool from a domain of its own, which a key made by hand does not tell.
    /// Until the launch has told it, any https site may frame our pages: they hold nothing of a person.
    /// (https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.lti_launch_overview, 2026-02)
    /// </summary>
    public override IReadOnlyList<string> FrameSourcesBeforeLaunch(Platform platform) =>
        platform.AccountDomain is { Length: > 0 }
            ? base.FrameSourcesBeforeLaunch(platform)
            : FrameAncestors.IsInsecure(platform)
                ? [.. base.FrameSourcesBeforeLaunch(platform), "https:", "http:"]
                : [.. base.FrameSourcesBeforeLaunch(platform), "https:"];

    /// <summary>
    /// The school's domain stands in <c>$Canvas.api.domain</c>.
    /// (https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.tools_variable_substitutions, 2026-02)
    /// </summary>
    public override IReadOnlyList<string> FrameOrigins(Platform platform, IReadOnlyDictionary<string, string> custom, Uri? returnUrl)
    {
        var origins = new List<string>(base.FrameOrigins(platform, custom, returnUrl));
        if (custom.TryGetValue(DomainParameter, out var domain) && Uri.CheckHostName(domain.Split(':')[0]) != UriHostNameType.Unknown)
        {
            FrameAncestors.AddHost(origins, domain, FrameAncestors.IsInsecure(platform) || returnUrl?.Scheme == Uri.UriSchemeHttp);
        }

        return origins;
    }

    /// <summary>
    /// The page around the frame scrolls, and the frame is as tall as it asks; messages carry <c>$com.instructure.PostMessageToken</c>.
    /// (https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.lti_window_post_message, 2026-08)
    /// </summary>
    public override FrameMessages FrameMessages(IReadOnlyDictionary<string, string> custom) =>
        base.FrameMessages(custom) with { ScrollToTop = "lti.scrollToTop", Token = custom.GetValueOrDefault(MessageToken) };

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

    /// <summary>
    /// A placement outside of courses sends the account in place of the course.
    /// (https://github.com/instructure/canvas-lms, lib/lti/messages/jwt_message.rb, 2026-02)
    /// </summary>
    public override bool IsCourse(IReadOnlyList<string> contextTypes) => !contextTypes.Contains("Account", StringComparer.Ordinal);

    /// <summary>
    /// The sections a person is enrolled in stand in <c>$Canvas.course.sectionIds</c>, separated by commas.
    /// (https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.tools_variable_substitutions, 2026-02)
    /// </summary>
    public override string? GroupsParameter => SectionIds;

    /// <summary>The variables above, and the token that its messages to the frame around us may carry.</summary>
    public override IReadOnlyDictionary<string, string> ExtraCustomParameters { get; } = new Dictionary<string, string>
    {
        [DomainParameter] = "$Canvas.api.domain",
        [EnrolmentsParameter] = "$Canvas.membership.roles",
        [SectionIds] = "$Canvas.course.sectionIds",
        [MessageToken] = "$com.instructure.PostMessageToken",
    };

    /// <summary>
    /// A score without points, or one that is not final, takes an earlier grade away.
    /// (https://developerdocs.instructure.com/services/canvas/external-tools/lti/score, 2026-02)
    /// </summary>
    public override GradeTraits Grades { get; } = new(TimeSpan.Zero, KeepsGradeOnProgress: false);

    /// <summary>
    /// Each score counts as a new attempt unless it says otherwise, and replaces what a person has set.
    /// (https://developerdocs.instructure.com/services/canvas/external-tools/lti/score, 2026-02)
    /// </summary>
    public override void ExtendScore(JsonObject json, Score score) => json["https://canvas.instructure.com/lti/submission"] = new JsonObject
    {
        ["new_submission"] = score.Activity == ActivityProgress.Submitted,
        ["preserve_score"] = score.Given is null,
        ["prioritize_non_tool_grade"] = !score.ReplacesManualMark,
    };

    /// <summary>
    /// An older timestamp is a 400, and 422 speaks of the person, not in this course or no attempts left, unless it says that the course
    /// has ended.
    /// (https://github.com/instructure/canvas-lms, app/controllers/lti/ims/scores_controller.rb, 2026-02)
    /// </summary>
    public override ScoreResult ReadScore(LtiAnswer answer) => answer.Status switch
    {
        HttpStatusCode.BadRequest when answer.Body.Contains("timestamp", StringComparison.OrdinalIgnoreCase) =>
            new ScoreResult.Superseded(),
        HttpStatusCode.UnprocessableEntity when answer.Body.Contains("concluded", StringComparison.OrdinalIgnoreCase) =>
            new ScoreResult.Refused("the course has ended, and its gradebook is closed"),
        HttpStatusCode.UnprocessableEntity => new ScoreResult.NotGradable(Describe(answer)),
        _ => base.ReadScore(answer),
    };

    /// <summary>
    /// Older and newer pages of the documentation name two signs of the same thing: 403 with these words, and 429.
    /// (https://developerdocs.instructure.com/services/canvas/basics/file.throttling, 2026-02)
    /// </summary>
    public override bool IsThrottled(LtiAnswer answer) =>
        base.IsThrottled(answer)
        || (answer.Status == HttpStatusCode.Forbidden && answer.Body.Contains("Rate Limit Exceeded", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// A school's host speaks for the issuer that all schools share; keys and endpoints must be the vendor's own then, or any host could
    /// bring its own keys.
    /// (https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.registration, 2026-02)
    /// </summary>
    public override bool MaySpeakFor(Uri address, PlatformConfiguration configuration) =>
        base.MaySpeakFor(address, configuration)
        || (SharedIssuers.Contains(configuration.Issuer)
            && IsVendors(configuration.AuthorizationEndpoint)
                && IsVendors(configuration.TokenEndpoint)
                && IsVendors(configuration.JwksUri));

    /// <summary>
    /// For the same reason only the school that made a registration may change it.
    /// (https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.registration, 2026-02)
    /// </summary>
    public override bool MayChange(Uri address, Platform registered) =>
        base.MayChange(address, registered) || string.Equals(address.Host, registered.AccountDomain, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// <c>authorization_server</c> is a bare host name; the audience is the token endpoint's address.
    /// (https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.registration, 2026-02)
    /// </summary>
    public override string? TokenAudience(string? authorizationServer) => null;

    /// <summary>
    /// Names and addresses are sent only where the privacy level says so; the width of a frame is set at registration.
    /// (https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.registration, 2026-02)
    /// </summary>
    public override void ExtendRegistration(JsonObject tool)
    {
        tool["https://canvas.instructure.com/lti/privacy_level"] = "public";
        tool["https://canvas.instructure.com/lti/tool_id"] = "learning-buddy";
        foreach (var message in tool["messages"]!.AsArray().OfType<JsonObject>())
        {
            var links = message["type"]!.GetValue<string>() == LtiClaims.ResourceLinkRequest;
            message["placements"] = links ? new JsonArray("course_navigation") : new JsonArray("assignment_selection", "link_selection");
            message[links
                ? "https://canvas.instructure.com/lti/course_navigation/default_enabled"
                : "https://canvas.instructure.com/lti/launch_width"] =
                links ? false : 900;
        }
    }

    /// <summary>
    /// The cloud's three environments have one set of addresses each; a server of one's own has its own host.
    /// (https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.lti_dev_key_config, 2026-02)
    /// </summary>
    public override PlatformAddresses? AddressesOf(string issuer)
    {
        var host = SharedIssuers.Contains(issuer)
            ? issuer.Replace("canvas.", "sso.", StringComparison.Ordinal).Replace(
                "instructure.com", "canvaslms.com", StringComparison.Ordinal)
            : issuer;
        return new(
            new Uri(host + "/api/lti/authorize_redirect"), new Uri(host + "/login/oauth2/token"), new Uri(host + "/api/lti/security/jwks"));
    }

    private static bool IsVendors(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps
            && Array.Exists(VendorDomains, domain => address.Host.EndsWith(domain, StringComparison.OrdinalIgnoreCase));
}
