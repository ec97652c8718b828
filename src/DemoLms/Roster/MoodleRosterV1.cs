using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Wire;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Roster;

/// <summary>The old JSON-LD form of the members (LIS membership container 2).</summary>
internal static class MoodleRosterV1
{
    public static JsonObject ToJson(MoodleCall call, IEnumerable<Enrolment> page, string url) => new()
    {
        ["@context"] = "http://purl.imsglobal.org/ctx/lis/v2/MembershipContainer",
        ["@type"] = "Page",
        ["@id"] = url,
        ["pageOf"] = new JsonObject
        {
            ["@type"] = "LISMembershipContainer",
            ["membershipSubject"] = new JsonObject
            {
                ["@type"] = "Context",
                ["contextId"] = call.Course.Id,
                ["membership"] = new JsonArray([.. page.Select(e => (JsonNode)Member(call, e))]),
            },
        },
    };

    private static JsonObject Member(MoodleCall call, Enrolment enrolment)
    {
        var fields = MoodleRoster.PersonFields(call, enrolment.Person);
        var person = new JsonObject { ["@type"] = "LISPerson" };
        foreach (var (name, value) in fields)
            person[V1Name(name)] = value?.DeepClone();
        return new JsonObject
        {
            ["status"] = "Active",
            ["role"] = new JsonArray(MoodleRoster.RoleOf(enrolment)),
            ["member"] = person,
        };
    }

    private static string V1Name(string name) => name switch
    {
        "user_id" => "userId",
        "lis_person_sourcedid" => "sourcedId",
        "given_name" => "givenName",
        "family_name" => "familyName",
        _ => name,
    };
}
