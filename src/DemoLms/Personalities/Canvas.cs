using System.Globalization;
using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Oidc;
using LearningBuddy.DemoLms.Wire;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Personalities;

/// <summary>Canvas as documented: one issuer for all schools, opaque ids, tokens of an hour, platform storage.</summary>
internal sealed class Canvas : Personality
{
    /// <summary>The sibling frame that keeps a tool's state (LTI client-side postMessage storage).</summary>
    public const string ForwardingFrame = "post_message_forwarding";

    public override string Family => "canvas";

    public override TimeSpan IdTokenLifetime => TimeSpan.FromHours(1);

    public override string? StorageFrame => ForwardingFrame;

    public override string AuthorizationPath => "/api/lti/authorize_redirect";

    public override string JwksPath => "/api/lti/security/jwks";

    public override string TokenPath => "/login/oauth2/token";

    public override string RegistrationPath => "/api/lti/registrations";

    public override string ConfigurationUrl(string baseUrl, School school) =>
        $"{Root(baseUrl, school)}/api/lti/security/openid-configuration?school={school.Slug}";

    public override string LineItemsUrl(string baseUrl, School school, Course course) =>
        string.Create(CultureInfo.InvariantCulture, $"{Root(baseUrl, school)}/api/lti/courses/{course.Number}/line_items");

    public override string LineItemUrl(string baseUrl, School school, Course course, LineItem item) =>
        string.Create(CultureInfo.InvariantCulture, $"{LineItemsUrl(baseUrl, school, course)}/{item.Number}");

    public override string MembershipsUrl(string baseUrl, School school, Course course) =>
        string.Create(CultureInfo.InvariantCulture, $"{Root(baseUrl, school)}/api/lti/courses/{course.Number}/names_and_roles");

    /// <summary>An administrator has no role in the course; a teaching assistant is an instructor too.</summary>
    public override IReadOnlyList<string> LaunchRoles(Person person, Enrolment? enrolment) => (person, enrolment?.Role) switch
    {
        ({ IsTestStudent: true }, _) => [Roles.InstitutionStudent, Roles.Learner, Roles.TestUser, Roles.SystemUser],
        ({ IsAdministrator: true }, _) => [Roles.InstitutionAdministrator, Roles.SystemUser],
        (_, CourseRole.Teacher) => [Roles.InstitutionInstructor, Roles.Instructor, Roles.SystemUser],
        (_, CourseRole.Assistant) => [Roles.InstitutionInstructor, Roles.TeachingAssistant, Roles.Instructor, Roles.SystemUser],
        (_, CourseRole.Observer) => [Roles.InstitutionObserver, Roles.Mentor, Roles.SystemUser],
        (_, CourseRole.Learner) => [Roles.InstitutionStudent, Roles.Learner, Roles.SystemUser],
        _ => [Roles.SystemUser],
    };

    public override string MessageHint(PreparedLaunch launch, string launchId) => launchId;

    public override void AddLoginParameters(IDictionary<string, string> parameters, PreparedLaunch launch)
    {
        parameters["lti_deployment_id"] = launch.Course.DeploymentId;
        parameters["deployment_id"] = launch.Course.DeploymentId;
        parameters["canvas_region"] = "eu-central-1";
        parameters["canvas_environment"] = "prod";
        parameters["lti_storage_target"] = ForwardingFrame;
    }

    public override void AddClaims(JsonObject claims, LaunchContext context) => CanvasClaims.Add(claims, this, context);

    public override string? Substitute(string name, LaunchContext context) => CanvasVariables.Substitute(name, context);

    private static string Root(string baseUrl, School school) => baseUrl + school.Platform.Path;
}
