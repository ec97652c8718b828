using System.Globalization;
using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Oidc;
using LearningBuddy.DemoLms.Wire;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Personalities;

/// <summary>Moodle as it was recorded: small numbers for ids, tokens of a minute, no platform storage.</summary>
internal sealed class Moodle(MoodleRelease release) : Personality
{
    /// <summary>The number of the tool in the site: deployment id and <c>type_id</c> alike.</summary>
    public const string TypeId = "1";

    private const string Services = "/mod/lti/services.php/";

    public MoodleRelease Release { get; } = release;

    public override string Family => "moodle";

    public override TimeSpan IdTokenLifetime => TimeSpan.FromSeconds(60);

    public override bool HasSubmissionReview => true;

    public override bool ChecksWholeDeepLinkingResponse => false;

    public override bool UsesPresentationOfItems => Release.HasLaunchContainers;

    /// <summary>The activity's setting is told, not what the person does.</summary>
    public override string DocumentTargetOf(Activity activity, bool inOwnWindow) => activity.OpensInWindow ? "window" : "iframe";

    public override string AuthorizationPath => "/mod/lti/auth.php";

    public override string JwksPath => "/mod/lti/certs.php";

    public override string TokenPath => "/mod/lti/token.php";

    public override string RegistrationPath => "/mod/lti/openid-registration.php";

    public override string ConfigurationUrl(string baseUrl, School school) => $"{Root(baseUrl, school)}/mod/lti/openid-configuration.php";

    public override string LineItemsUrl(string baseUrl, School school, Course course) =>
        $"{Root(baseUrl, school)}{Services}{course.Id}/lineitems?type_id={TypeId}";

    public override string LineItemUrl(string baseUrl, School school, Course course, LineItem item) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{Root(baseUrl, school)}{Services}{course.Id}/lineitems/{item.Number}/lineitem?type_id={TypeId}");

    public override string MembershipsUrl(string baseUrl, School school, Course course) =>
        $"{Root(baseUrl, school)}{Services}CourseSection/{course.Id}/bindings/{TypeId}/memberships";

    /// <summary>Both kinds of teacher are plain instructors, everybody else is a learner, an administrator is all at once.</summary>
    public override IReadOnlyList<string> LaunchRoles(Person person, Enrolment? enrolment)
    {
        if (person.IsAdministrator)
            return [Roles.InstitutionAdministrator, Roles.Instructor, Roles.SystemAdministrator];
        return [enrolment?.Role is CourseRole.Teacher or CourseRole.Assistant ? Roles.Instructor : Roles.Learner];
    }

    public override string MessageHint(PreparedLaunch launch, string launchId) => JsonWriting.ToText(launch.Activity is { } activity
        ? new JsonObject { ["cmid"] = activity.Number, ["launchid"] = $"ltilaunch{activity.Id}_{launchId}" }
        : new JsonObject { ["launchid"] = $"ltilaunch_ContentItemSelectionRequest{launchId}" });

    public override void AddLoginParameters(IDictionary<string, string> parameters, PreparedLaunch launch) =>
        parameters["lti_deployment_id"] = TypeId;

    public override void AddClaims(JsonObject claims, LaunchContext context) => MoodleClaims.Add(claims, this, context);

    public override string? Substitute(string name, LaunchContext context) => MoodleVariables.Substitute(name, this, context);

    private static string Root(string baseUrl, School school) => baseUrl + school.Platform.Path;
}
