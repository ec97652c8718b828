using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Oidc;
using LearningBuddy.DemoLms.Wire;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Personalities;

/// <summary>The claims of a Moodle launch, in Moodle's order.</summary>
internal static class MoodleClaims
{
    // Moodle's numbers for: embedded, embedded without blocks, a new window.
    private const int EmbedContainer = 2;
    private const int DefaultContainer = 3;
    private const int WindowContainer = 4;

    public static void Add(JsonObject claims, Moodle moodle, LaunchContext context)
    {
        var launch = context.Launch;
        claims[LtiNames.DeploymentId] = Moodle.TypeId;
        claims[LtiNames.Lis] = new JsonObject
        {
            ["person_sourcedid"] = context.Disclosure.HasFlag(Disclosure.Names) ? launch.Person.SourcedId : "",
            ["course_section_sourcedid"] = launch.Course.SourcedId,
        };
        claims[LtiNames.Context] = new JsonObject
        {
            ["id"] = launch.Course.Id,
            ["label"] = launch.Course.Label,
            ["title"] = launch.Course.Title,
            ["type"] = new JsonArray("CourseSection"),
        };
        if (launch.Activity is { } activity)
            AddLink(claims, launch, activity, context);
        AddPersonAndPlatform(claims, moodle, context);
        claims[LtiNames.Custom] = Custom(moodle, context);
        AddServices(claims, moodle, context);
        if (launch.Kind == LaunchKind.DeepLinking)
            claims[LtiNames.DeepLinkingSettings] = DeepLinkingSettings(context);
    }

    private static void AddLink(JsonObject claims, PreparedLaunch launch, Activity activity, LaunchContext context)
    {
        if (launch.ForUser is { } learner)
            claims[LtiNames.ForUser] = new JsonObject { ["user_id"] = learner.Sub };
        claims[LtiNames.ResourceLink] = new JsonObject
        {
            ["title"] = activity.Title,
            ["description"] = activity.Text,
            ["id"] = activity.Id,
        };
        if (activity.IsGraded || launch.Course.LineItemsOf(activity).Count > 0)
            claims[LtiNames.BasicOutcome] = BasicOutcome($"{context.BaseUrl}{launch.School.Platform.Path}", activity, launch.Person);
    }

    /// <summary>The claim of LTI 1.1's grades, which comes along with every graded link.</summary>
    /// <param name="site">The site's address.</param>
    public static JsonObject BasicOutcome(string site, Activity activity, Person person) => new()
    {
        ["lis_result_sourcedid"] = JsonWriting.ToText(new JsonObject
        {
            ["data"] = new JsonObject
            {
                ["instanceid"] = activity.Id,
                ["userid"] = person.Sub,
                ["typeid"] = Moodle.TypeId,
                ["launchid"] = RandomNumberGenerator.GetInt32(int.MaxValue),
            },
            ["hash"] = Ids.Hex($"{activity.Id}/{person.Sub}", 64),
        }),
        ["lis_outcome_service_url"] = $"{site}/mod/lti/service.php",
    };

    private static void AddPersonAndPlatform(JsonObject claims, Moodle moodle, LaunchContext context)
    {
        var launch = context.Launch;
        Personality.WritePerson(claims, context);
        claims[LtiNames.Ext] = new JsonObject { ["user_username"] = launch.Person.Username, ["lms"] = "moodle-2" };
        var presentation = new JsonObject { ["locale"] = launch.Person.Locale };
        if (launch.Activity is { } activity)
        {
            var container = launch.DocumentTarget == "window" ? WindowContainer : activity.IsEmbedded ? EmbedContainer : DefaultContainer;
            presentation["document_target"] = launch.DocumentTarget;
            presentation["return_url"] = $"{context.BaseUrl}{launch.School.Platform.Path}/mod/lti/return.php?course={launch.Course.Id}"
                + $"&launch_container={container}&instanceid={activity.Id}&sesskey={context.ReturnToken}";
        }

        claims[LtiNames.LaunchPresentation] = presentation;
        claims[LtiNames.ToolPlatform] = new JsonObject
        {
            ["product_family_code"] = "moodle",
            ["version"] = moodle.Release.Number,
            ["guid"] = launch.School.InstallationId,
            ["name"] = launch.School.Title,
            ["description"] = launch.School.Title,
        };
    }

    /// <summary>Every key that isn't plain lower case comes twice; the tool-wide value wins over the item's.</summary>
    private static JsonObject Custom(Moodle moodle, LaunchContext context)
    {
        var custom = new JsonObject();
        var sources = (context.Launch.Activity?.Custom ?? []).Concat(ReviewCustom(context.Launch)).Concat(context.Tool.Custom);
        foreach (var (key, value) in sources)
        {
            var resolved = MoodleVariables.Resolve(value, context);
            custom[MoodleVariables.Lowered(key)] = resolved;
            custom[key] = resolved;
        }

        if (context.Launch.Activity is not null && context.Tool.MayUseRoster)
            custom["context_memberships_url"] = moodle.MembershipsUrl(context.BaseUrl, context.Launch.School, context.Launch.Course);
        return custom;
    }

    /// <summary>A submission review brings the parameters of the column's submissionReview along.</summary>
    private static IEnumerable<KeyValuePair<string, string>> ReviewCustom(PreparedLaunch launch) =>
        launch is { Kind: LaunchKind.SubmissionReview, Activity: { } activity } && launch.Course.LineItemsOf(activity) is [var only]
            ? CustomParameters.Read(only.SubmissionReview?["custom"])
            : [];

    private static void AddServices(JsonObject claims, Moodle moodle, LaunchContext context)
    {
        var launch = context.Launch;
        if (context.Tool.MayUseGrades)
        {
            var endpoint = new JsonObject
            {
                ["scope"] = new JsonArray([.. Scopes.Grades.Where(context.Tool.Scopes.Contains).Select(s => (JsonNode)s)]),
                ["lineitems"] = moodle.LineItemsUrl(context.BaseUrl, launch.School, launch.Course),
            };
            if (launch.Activity is { } activity && launch.Course.LineItemsOf(activity) is [var only])
                endpoint["lineitem"] = moodle.LineItemUrl(context.BaseUrl, launch.School, launch.Course, only);
            claims[LtiNames.AgsEndpoint] = endpoint;
        }

        if (context.Tool.MayUseRoster && launch.Activity is not null)
        {
            claims[LtiNames.NamesRoleService] = new JsonObject
            {
                ["context_memberships_url"] = moodle.MembershipsUrl(context.BaseUrl, launch.School, launch.Course),
                ["service_versions"] = new JsonArray("1.0", "2.0"),
            };
        }
    }

    private static JsonObject DeepLinkingSettings(LaunchContext context) => new()
    {
        ["accept_types"] = new JsonArray("ltiResourceLink"),
        ["accept_presentation_document_targets"] = new JsonArray("frame", "iframe", "window"),
        ["accept_copy_advice"] = false,
        ["accept_multiple"] = true,
        ["accept_unsigned"] = false,
        ["auto_create"] = false,
        ["can_confirm"] = false,
        ["deep_link_return_url"] = $"{context.BaseUrl}{context.Launch.School.Platform.Path}/mod/lti/contentitem_return.php"
            + $"?course={context.Launch.Course.Id}&id={Moodle.TypeId}&sesskey={context.ReturnToken}",
        ["title"] = context.Tool.Name,
        ["text"] = "",
    };
}
