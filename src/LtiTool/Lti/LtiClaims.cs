namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// Claim names as they stand in a token (LTI 1.3 Core 5.3 and 5.4, AGS 2.0 3.1, NRPS 2.0 3.6, Deep Linking 2.0 4.4 and 4.5).
/// </summary>
internal static class LtiClaims
{
    private const string Core = "https://purl.imsglobal.org/spec/lti/claim/";

    private const string Linking = "https://purl.imsglobal.org/spec/lti-dl/claim/";

    public const string MessageType = Core + "message_type";
    public const string Version = Core + "version";
    public const string DeploymentId = Core + "deployment_id";
    public const string TargetLinkUri = Core + "target_link_uri";
    public const string ResourceLink = Core + "resource_link";
    public const string Roles = Core + "roles";
    public const string Context = Core + "context";
    public const string RoleScopeMentor = Core + "role_scope_mentor";
    public const string LaunchPresentation = Core + "launch_presentation";
    public const string Custom = Core + "custom";
    public const string ForUser = Core + "for_user";
    public const string Grades = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    public const string Roster = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";
    public const string DeepLinkingSettings = Linking + "deep_linking_settings";
    public const string ContentItems = Linking + "content_items";
    public const string DeepLinkingData = Linking + "data";
    public const string DeepLinkingMessage = Linking + "msg";
    public const string DeepLinkingError = Linking + "errormsg";
    public const string DeepLinkingErrorLog = Linking + "errorlog";

    /// <summary>The only version there is of LTI 1.3's messages.</summary>
    public const string Version13 = "1.3.0";

    public const string ResourceLinkRequest = "LtiResourceLinkRequest";
    public const string DeepLinkingRequest = "LtiDeepLinkingRequest";
    public const string DeepLinkingResponse = "LtiDeepLinkingResponse";
    public const string SubmissionReviewRequest = "LtiSubmissionReviewRequest";
}
