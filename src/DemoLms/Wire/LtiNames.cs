namespace LearningBuddy.DemoLms.Wire;

/// <summary>Names from the LTI specifications.</summary>
internal static class LtiNames
{
    private const string Spec = "https://purl.imsglobal.org/spec/";
    public const string Claim = Spec + "lti/claim/";
    public const string MessageType = Claim + "message_type";
    public const string Version = Claim + "version";
    public const string DeploymentId = Claim + "deployment_id";
    public const string TargetLinkUri = Claim + "target_link_uri";
    public const string Roles = Claim + "roles";
    public const string Context = Claim + "context";
    public const string ResourceLink = Claim + "resource_link";
    public const string Custom = Claim + "custom";
    public const string LaunchPresentation = Claim + "launch_presentation";
    public const string ToolPlatform = Claim + "tool_platform";
    public const string Lis = Claim + "lis";
    public const string ForUser = Claim + "for_user";
    public const string RoleScopeMentor = Claim + "role_scope_mentor";
    public const string Ext = Claim + "ext";
    public const string AgsEndpoint = Spec + "lti-ags/claim/endpoint";
    public const string NamesRoleService = Spec + "lti-nrps/claim/namesroleservice";
    public const string DeepLinkingSettings = Spec + "lti-dl/claim/deep_linking_settings";
    public const string DeepLinkingData = Spec + "lti-dl/claim/data";
    public const string ContentItems = Spec + "lti-dl/claim/content_items";
    public const string BasicOutcome = Spec + "lti-bo/claim/basicoutcome";
    public const string ToolConfiguration = Spec + "lti-tool-configuration";
    public const string PlatformConfiguration = Spec + "lti-platform-configuration";

    public const string ResourceLinkRequest = "LtiResourceLinkRequest";
    public const string DeepLinkingRequest = "LtiDeepLinkingRequest";
    public const string DeepLinkingResponse = "LtiDeepLinkingResponse";
    public const string SubmissionReviewRequest = "LtiSubmissionReviewRequest";
}

/// <summary>Service scopes (AGS 2.0, 3.1; NRPS 2.0, 2.2).</summary>
internal static class Scopes
{
    public const string LineItem = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";
    public const string LineItemReadOnly = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly";
    public const string ResultReadOnly = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";
    public const string Score = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    public const string Memberships = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

    public static readonly IReadOnlyList<string> Grades = [LineItem, LineItemReadOnly, ResultReadOnly, Score];
}

/// <summary>Media types of the services (AGS 2.0, 3; NRPS 2.0, 2).</summary>
internal static class MediaTypes
{
    public const string LineItem = "application/vnd.ims.lis.v2.lineitem+json";
    public const string LineItemContainer = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    public const string Score = "application/vnd.ims.lis.v1.score+json";
    public const string ResultContainer = "application/vnd.ims.lis.v2.resultcontainer+json";
    public const string MembershipContainer = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
    public const string MembershipContainerV1 = "application/vnd.ims.lis.v2.membershipcontainer+json";
}

/// <summary>Role URIs (LTI Core 1.3, appendix A.2).</summary>
internal static class Roles
{
    private const string Vocabulary = "http://purl.imsglobal.org/vocab/lis/v2/";
    public const string Membership = Vocabulary + "membership#";
    public const string Learner = Membership + "Learner";
    public const string Instructor = Membership + "Instructor";
    public const string Mentor = Membership + "Mentor";
    public const string TeachingAssistant = Vocabulary + "membership/Instructor#TeachingAssistant";
    public const string InstitutionAdministrator = Vocabulary + "institution/person#Administrator";
    public const string InstitutionInstructor = Vocabulary + "institution/person#Instructor";
    public const string InstitutionStudent = Vocabulary + "institution/person#Student";
    public const string InstitutionObserver = Vocabulary + "institution/person#Observer";
    public const string SystemAdministrator = Vocabulary + "system/person#Administrator";
    public const string SystemUser = Vocabulary + "system/person#User";
    public const string TestUser = "http://purl.imsglobal.org/vocab/lti/system/person#TestUser";
}
