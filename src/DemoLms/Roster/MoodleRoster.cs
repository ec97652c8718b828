using System.Globalization;
using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Grades;
using LearningBuddy.DemoLms.Personalities;
using LearningBuddy.DemoLms.Wire;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Roster;

/// <summary>
/// Moodle's members: short role names, the non-editing teacher a learner here, suspended people missing, and a next link that
/// forgets the role asked for.
/// </summary>
internal static class MoodleRoster
{
    public static ValueTask<IResult> List(MoodleCall call)
    {
        var link = call.Query("rlid");
        if (link.Length > 0 && call.Course.FindActivity(link) is null)
            return new(MoodleReply.Error(call.Request, 404, $"Not Found: LTI link {link} doesn't exist"));
        var members = call.Course.Enrolments.Where(e => !e.IsSuspended && Fits(call.Query("role"), RoleOf(e))).ToList();
        var from = LineItemFilter.Count(call.Request.Query, "from") ?? 0;
        int? limit = LineItemFilter.Count(call.Request.Query, "limit") is > 0 and var asked ? asked : null;
        var page = limit is null ? members : members.Skip(from).Take(limit.Value).ToList();
        var isV1 = call.Request.Headers.Accept == MediaTypes.MembershipContainerV1;
        return new(MoodleReply.Ok(isV1 ? MediaTypes.MembershipContainerV1 : MediaTypes.MembershipContainer,
            JsonWriting.ToPhpText(isV1 ? MoodleRosterV1.ToJson(call, page, Url(call)) : ToJson(call, page, link))) with
        {
            Link = limit is not null && from + limit < members.Count ? NextLink(call, limit.Value, from + limit.Value, link) : null,
        });
    }

    /// <summary>Only editing teachers are instructors here, unlike in launches.</summary>
    public static string RoleOf(Enrolment enrolment) => enrolment.Role == CourseRole.Teacher ? "Instructor" : "Learner";

    public static JsonObject PersonFields(MoodleCall call, Person person)
    {
        var disclosure = (call.School.Tool?.Disclosure ?? Disclosure.Nothing) & call.Course.Disclosure;
        var fields = new JsonObject { ["user_id"] = person.Sub };
        if (disclosure.HasFlag(Disclosure.Names))
        {
            fields["lis_person_sourcedid"] = person.SourcedId;
            fields["name"] = Escaped(person.Name);
            fields["given_name"] = Escaped(person.GivenName);
            fields["family_name"] = Escaped(person.FamilyName);
        }

        if (disclosure.HasFlag(Disclosure.Email) && person.Email is not null)
            fields["email"] = person.Email;
        fields["ext_user_username"] = person.Username;
        return fields;
    }

    private static JsonObject ToJson(MoodleCall call, IEnumerable<Enrolment> page, string link) => new()
    {
        ["id"] = Url(call),
        ["context"] = new JsonObject { ["id"] = call.Course.Id, ["label"] = call.Course.Label, ["title"] = call.Course.Title },
        ["members"] = new JsonArray([.. page.Select(e => (JsonNode)Member(call, e, link))]),
    };

    private static JsonObject Member(MoodleCall call, Enrolment enrolment, string link)
    {
        var member = new JsonObject { ["status"] = "Active", ["roles"] = new JsonArray(RoleOf(enrolment)) };
        if (link.Length > 0)
            member["message"] = new JsonArray(Message(call, enrolment, call.Course.FindActivity(link)!));
        foreach (var (name, value) in PersonFields(call, enrolment.Person))
            member[name] = value?.DeepClone();
        return member;
    }

    /// <summary>What a launch of the link would carry, without its custom parameters.</summary>
    private static JsonObject Message(MoodleCall call, Enrolment enrolment, Activity activity)
    {
        var message = new JsonObject { [LtiNames.MessageType] = LtiNames.ResourceLinkRequest };
        if (activity.IsGraded || call.Course.LineItemsOf(activity).Count > 0)
            message[LtiNames.BasicOutcome] = MoodleClaims.BasicOutcome(
                call.World.IssuerOf(call.School.Platform), activity, enrolment.Person);
        return message;
    }

    /// <summary>A short name or a full URI; only the two roles Moodle knows filter at all.</summary>
    private static bool Fits(string asked, string role) => asked switch
    {
        "Instructor" or Roles.Instructor => role == "Instructor",
        "Learner" or Roles.Learner => role == "Learner",
        _ => true,
    };

    private static string NextLink(MoodleCall call, int limit, int from, string link) => string.Create(CultureInfo.InvariantCulture,
        $"<{Url(call)}?limit={limit}&from={from}{(link.Length > 0 ? $"&rlid={link}" : "")}>; rel=\"next\"");

    /// <summary>Moodle escapes names here as for a page, ampersands included.</summary>
    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal);

    private static string Url(MoodleCall call) =>
        call.School.Platform.Personality.MembershipsUrl(call.World.BaseUrl, call.School, call.Course);
}
