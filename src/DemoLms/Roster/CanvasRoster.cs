using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Oidc;
using LearningBuddy.DemoLms.Personalities;
using LearningBuddy.DemoLms.Wire;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Roster;

/// <summary>Canvas's members: full role URIs, pages of 50, custom parameters resolved for each member when a link is named.</summary>
internal static class CanvasRoster
{
    public static ValueTask<IResult> List(CanvasCall call)
    {
        var link = call.Request.Query["rlid"].ToString();
        var activity = call.Course.FindActivity(link);
        if (link.Length > 0 && activity is null && link != call.Course.Id)
            return new(CanvasServices.Refuse(404, "The specified resource link does not exist."));
        var role = call.Request.Query["role"].ToString();
        var members = call.Course.Enrolments
            .Where(e => !e.IsSuspended && (role.Length == 0 || RolesOf(call, e).Contains(role, StringComparer.Ordinal)))
            .ToList();
        var url = call.School.Platform.Personality.MembershipsUrl(call.World.BaseUrl, call.School, call.Course);
        var page = CanvasPaging.Page(call.Request, url, members);
        return new(Results.Text(JsonWriting.ToText(new JsonObject
        {
            ["id"] = url,
            ["context"] = new JsonObject { ["id"] = call.Course.Id, ["label"] = call.Course.Label, ["title"] = call.Course.Title },
            ["members"] = new JsonArray([.. page.Select(e => (JsonNode)Member(call, e, activity))]),
        }), MediaTypes.MembershipContainer));
    }

    private static JsonObject Member(CanvasCall call, Enrolment enrolment, Activity? activity)
    {
        var tool = call.School.Tool;
        var disclosure = (tool?.Disclosure ?? Disclosure.Nothing) & call.Course.Disclosure;
        var person = enrolment.Person;
        var member = new JsonObject { ["status"] = "Active", ["user_id"] = person.Sub };
        if (disclosure.HasFlag(Disclosure.Names))
        {
            member["name"] = person.Name;
            member["given_name"] = person.GivenName;
            member["family_name"] = person.FamilyName;
        }

        if (disclosure.HasFlag(Disclosure.Email) && person.Email is not null)
            member["email"] = person.Email;
        member["lti11_legacy_user_id"] = Ids.Hex($"legacy {person.Sub}", 40);
        member["roles"] = new JsonArray([.. RolesOf(call, enrolment).Select(r => (JsonNode)r)]);
        if (activity is not null && tool is not null)
            member["message"] = new JsonArray(Message(call, person, activity, tool));
        return member;
    }

    private static JsonObject Message(CanvasCall call, Person person, Activity activity, Registration.ToolRegistration tool)
    {
        var launch = new PreparedLaunch(call.School, LaunchKind.ResourceLink, person, call.Course, activity);
        var context = new LaunchContext(launch, call.World.BaseUrl, tool, call.World.Clock.GetUtcNow(), "", "");
        var custom = new JsonObject();
        foreach (var (key, value) in tool.Custom.Concat(activity.Custom))
            custom[key] = CustomParameters.Resolve(value, context);
        return new JsonObject
        {
            [LtiNames.MessageType] = LtiNames.ResourceLinkRequest,
            ["locale"] = person.Locale,
            [LtiNames.Custom] = custom,
        };
    }

    private static IReadOnlyList<string> RolesOf(CanvasCall call, Enrolment enrolment) =>
    [
        .. call.School.Platform.Personality.LaunchRoles(enrolment.Person, enrolment)
            .Where(r => r.Contains("/membership", StringComparison.Ordinal)),
    ];
}
