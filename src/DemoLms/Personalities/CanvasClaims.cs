using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Oidc;
using LearningBuddy.DemoLms.Wire;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Personalities;

/// <summary>The claims of a Canvas launch.</summary>
internal static class CanvasClaims
{
    public static void Add(JsonObject claims, Canvas canvas, LaunchContext context)
    {
        var launch = context.Launch;
        claims["azp"] = context.Tool.ClientId;
        claims[LtiNames.DeploymentId] = launch.Course.DeploymentId;
        claims[LtiNames.Context] = new JsonObject
        {
            ["id"] = launch.Course.Id,
            ["label"] = launch.Course.Label,
            ["title"] = launch.Course.Title,
            ["type"] = new JsonArray("http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering"),
        };
        if (launch.Activity is { } activity)
        {
            claims[LtiNames.ResourceLink] = new JsonObject
            {
                ["id"] = activity.Id,
                ["title"] = activity.Title,
                ["description"] = activity.Text.Length == 0 ? null : $"<p>{System.Net.WebUtility.HtmlEncode(activity.Text)}</p>",
            };
        }

        AddPerson(claims, context);
        AddPlatform(claims, context);
        claims[LtiNames.Custom] = Custom(context);
        AddServices(claims, canvas, context);
        if (launch.Kind == LaunchKind.DeepLinking)
            claims[LtiNames.DeepLinkingSettings] = DeepLinkingSettings(context);
    }

    private static void AddPerson(JsonObject claims, LaunchContext context)
    {
        var launch = context.Launch;
        Personality.WritePerson(claims, context);
        claims["locale"] = launch.Person.Locale;
        claims["https://purl.imsglobal.org/spec/lti/claim/lti11_legacy_user_id"] = Ids.Hex($"legacy {launch.Person.Sub}", 40);
        claims[LtiNames.Lis] =
            new JsonObject { ["person_sourcedid"] = "$Person.sourcedId", ["course_offering_sourcedid"] = launch.Course.Label };
        if (launch.Enrolment is { Role: CourseRole.Observer } observer && context.Disclosure == Disclosure.Everything)
            claims[LtiNames.RoleScopeMentor] = new JsonArray([.. observer.Observes.Select(sub => (JsonNode)sub)]);
    }

    private static void AddPlatform(JsonObject claims, LaunchContext context)
    {
        var launch = context.Launch;
        claims[LtiNames.LaunchPresentation] = new JsonObject
        {
            ["document_target"] = launch.DocumentTarget,
            ["locale"] = launch.Person.Locale,
            ["height"] = null,
            ["width"] = null,
            ["return_url"] = $"{context.BaseUrl}/{launch.School.Slug}/as/{launch.Person.Sub}/courses/{launch.Course.Id}",
        };
        claims[LtiNames.ToolPlatform] = new JsonObject
        {
            ["guid"] = launch.School.InstallationId,
            ["name"] = launch.School.Title,
            ["version"] = "cloud",
            ["product_family_code"] = "canvas",
        };
        claims["https://www.instructure.com/placement"] = launch.Kind == LaunchKind.DeepLinking ? "assignment_selection" : null;
    }

    private static JsonObject Custom(LaunchContext context)
    {
        var custom = new JsonObject();
        foreach (var (key, value) in context.Tool.Custom.Concat(context.Launch.Activity?.Custom ?? []))
            custom[key] = CustomParameters.Resolve(value, context);
        return custom;
    }

    private static void AddServices(JsonObject claims, Canvas canvas, LaunchContext context)
    {
        var launch = context.Launch;
        if (context.Tool.MayUseGrades)
        {
            var endpoint = new JsonObject
            {
                ["scope"] = new JsonArray([.. Scopes.Grades.Where(context.Tool.Scopes.Contains).Select(s => (JsonNode)s)]),
                ["lineitems"] = canvas.LineItemsUrl(context.BaseUrl, launch.School, launch.Course),
            };
            if (launch.Activity is { } activity && launch.Course.LineItemsOf(activity) is [var only])
                endpoint["lineitem"] = canvas.LineItemUrl(context.BaseUrl, launch.School, launch.Course, only);
            claims[LtiNames.AgsEndpoint] = endpoint;
        }

        if (context.Tool.MayUseRoster)
        {
            claims[LtiNames.NamesRoleService] = new JsonObject
            {
                ["context_memberships_url"] = canvas.MembershipsUrl(context.BaseUrl, launch.School, launch.Course),
                ["service_versions"] = new JsonArray("2.0"),
            };
        }
    }

    private static JsonObject DeepLinkingSettings(LaunchContext context) => new()
    {
        ["deep_link_return_url"] = $"{context.BaseUrl}{context.Launch.School.Platform.Path}/courses/{context.Launch.Course.Number}"
            + $"/deep_linking_response?modal=true&data={context.ReturnToken}",
        ["accept_types"] = new JsonArray("ltiResourceLink"),
        ["accept_presentation_document_targets"] = new JsonArray("iframe", "window"),
        ["accept_media_types"] = "application/vnd.ims.lti.v1.ltilink",
        ["accept_multiple"] = false,
        ["accept_lineitem"] = true,
        ["auto_create"] = false,
        ["data"] = $"opaque-{context.ReturnToken}",
    };
}
