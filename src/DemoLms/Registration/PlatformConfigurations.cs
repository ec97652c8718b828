using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Personalities;
using LearningBuddy.DemoLms.Wire;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Registration;

/// <summary>The platforms' configuration documents (LTI Dynamic Registration 1.0).</summary>
internal static class PlatformConfigurations
{
    public static readonly IReadOnlyList<string> CanvasScopes =
    [
        "openid", .. Scopes.Grades, Scopes.Memberships,
        "https://purl.imsglobal.org/spec/lti/scope/noticehandlers",
        "https://canvas.instructure.com/lti/public_jwk/scope/update",
        "https://canvas.instructure.com/lti/account_lookup/scope/show",
        "https://canvas.instructure.com/lti-ags/progress/scope/show",
    ];

    private static readonly string[] MoodleVariables =
    [
        "Context.id", "Context.title", "Context.label", "Context.id.history", "Context.timeFrame.begin", "CourseSection.title",
        "CourseSection.label", "CourseSection.sourcedId", "CourseSection.timeFrame.begin", "CourseSection.timeFrame.end",
        "ResourceLink.id", "ResourceLink.title", "ResourceLink.description", "User.id", "User.username", "Person.name.full",
        "Person.name.given", "Person.name.family", "Person.email.primary", "Person.sourcedId", "Person.address.timezone",
        "Membership.role", "Moodle.Person.userGroupIds",
    ];

    private static readonly string[] CanvasVariables =
    [
        "Context.id", "Context.title", "Context.id.history", "ResourceLink.id", "ResourceLink.title",
        "ResourceLink.available.startDateTime",
        "ResourceLink.submission.endDateTime", "Message.locale", "Person.name.full", "Person.email.primary", "Person.address.timezone",
        "Canvas.course.id", "Canvas.course.startAt", "Canvas.membership.roles", "Canvas.api.domain", "Canvas.assignment.dueAt.iso8601",
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/moodle/mod/lti/openid-configuration.php", (DemoWorld world) => world.FindSchool("moodle") is { } school
            ? Document(Moodle(school, world))
            : Results.NotFound());
        routes.MapGet(
            "/canvas/api/lti/security/openid-configuration",
            (string? school, HttpRequest request, RegistrationTokens tokens, DemoWorld world) =>
                tokens.Check(BearerToken.Of(request)) is RegistrationTokenCheck.Good good && good.School.Slug == school
                    ? Document(Canvas(good.School, world))
                    : Results.Json(new { errors = new[] { new { message = "Invalid or expired registration token" } } }, statusCode: 401));
    }

    private static JsonObject Moodle(School school, DemoWorld world)
    {
        var document = Common(school, world);
        document["scopes_supported"] = Array(
            ["https://purl.imsglobal.org/spec/lti-bo/scope/basicoutcome", Scopes.LineItemReadOnly, Scopes.ResultReadOnly, Scopes.Score,
             Scopes.LineItem, Scopes.Memberships,
             "https://purl.imsglobal.org/spec/lti-ts/scope/toolsetting", "openid"]);
        document["subject_types_supported"] = Array(["public", "pairwise"]);
        document[LtiNames.PlatformConfiguration] = new JsonObject
        {
            ["product_family_code"] = "moodle",
            ["version"] = ((Moodle)school.Platform.Personality).Release.Build,
            ["messages_supported"] = new JsonArray(
                new JsonObject { ["type"] = LtiNames.ResourceLinkRequest },
                new JsonObject { ["type"] = LtiNames.DeepLinkingRequest, ["placements"] = new JsonArray("ContentArea") }),
            ["variables"] = Array(MoodleVariables),
        };
        return document;
    }

    private static JsonObject Canvas(School school, DemoWorld world)
    {
        var document = Common(school, world);
        document["scopes_supported"] = Array(CanvasScopes);
        document["subject_types_supported"] = Array(["public"]);
        document["authorization_server"] = new Uri(world.BaseUrl).Authority;
        document[LtiNames.PlatformConfiguration] = new JsonObject
        {
            ["product_family_code"] = "canvas",
            ["version"] = "cloud",
            ["messages_supported"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = LtiNames.ResourceLinkRequest,
                    ["placements"] = new JsonArray("course_navigation", "link_selection", "assignment_selection"),
                },
                new JsonObject
                {
                    ["type"] = LtiNames.DeepLinkingRequest,
                    ["placements"] = new JsonArray("assignment_selection", "link_selection", "editor_button"),
                }),
            ["notice_types_supported"] = new JsonArray(),
            ["variables"] = Array(CanvasVariables),
            ["https://canvas.instructure.com/lti/account_name"] = school.Title,
            ["https://canvas.instructure.com/lti/account_lti_guid"] = school.InstallationId,
            ["https://canvas.instructure.com/lti/account_domain"] = new Uri(world.BaseUrl).Authority,
        };
        return document;
    }

    private static JsonObject Common(School school, DemoWorld world)
    {
        var issuer = world.IssuerOf(school.Platform);
        var personality = school.Platform.Personality;
        return new JsonObject
        {
            ["issuer"] = issuer,
            ["token_endpoint"] = issuer + personality.TokenPath,
            ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
            ["token_endpoint_auth_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["jwks_uri"] = issuer + personality.JwksPath,
            ["authorization_endpoint"] = issuer + personality.AuthorizationPath,
            ["registration_endpoint"] = issuer + personality.RegistrationPath,
            ["response_types_supported"] = new JsonArray("id_token"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["claims_supported"] = new JsonArray("sub", "iss", "name", "given_name", "family_name", "email"),
        };
    }

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);

    private static IResult Document(JsonObject document) =>
        Results.Content(JsonWriting.ToIndentedText(document), "application/json; charset=utf-8");
}
