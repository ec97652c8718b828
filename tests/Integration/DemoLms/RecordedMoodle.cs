extern alias demolms;

using System.Net;
using System.Text.Json.Nodes;
using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Integration.Captured;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>Rebuilds the course, people, activities and registration of the recorded Moodle in the demo LMS.</summary>
internal static class RecordedMoodle
{
    /// <summary>Starts a host whose Moodle is the recorded one; new columns get the numbers they got there.</summary>
    public static async Task<DemoLmsHost> StartAsync(string version)
    {
        var host = await DemoLmsHost.StartAsync(register: false, firstNumber: 4, version);
        var tool = host.Recordings.Tool;
        var course = new Course("2", 2, "LRT1", "Leading Remote Teams", "1", [])
        {
            SourcedId = "LRT-2026-1",
            StartsAt = DateTimeOffset.FromUnixTimeSeconds(1795305600),
        };
        foreach (var person in People(host.Recordings))
        {
            host.Moodle.Add(person);
            course.Enrol(new Enrolment(person, RoleOf(person.Sub)));
        }

        host.Moodle.Add(new Person("2", "admin", "Admin", "User", "admin@example.edu", TimeZone: "99", IsAdministrator: true));
        foreach (var activity in Activities(tool, isOlder: version == "4.2"))
            course.Add(activity);
        course.Add(new LineItem(2, "Module 1: Trust in remote teams", 50)
        {
            ActivityId = "1",
            ResourceId = "mod-1",
            Tag = "final",
            SubmissionReview = new JsonObject { ["url"] = $"{tool}/launch", ["custom"] = new JsonObject { ["review"] = "yes" } },
        });
        course.Add(new LineItem(3, "Window link", 1) { ActivityId = "3" });
        course.Add(new LineItem(4, "Multi A", 10) { ActivityId = "6", ResourceId = "ra", Tag = "ta" });
        host.Moodle.Add(course);
        await RegisterAsync(host);
        return host;
    }

    /// <summary>Sends the recorded registration request under the recorded client id.</summary>
    public static async Task<HttpResponseMessage> RegisterAsync(DemoLmsHost host)
    {
        using var message = host.Recorded("registration/exchange")
            .ToRequest(host.RegistrationTokens.Issue(host.Moodle, host.Recordings.ClientId));
        var answer = await host.Client.SendAsync(message, TestContext.Current.CancellationToken);
        demolms::LearningBuddy.DemoLms.Registration.ToolRegistrar.Activate(host.Moodle);
        return answer;
    }

    private static IEnumerable<Person> People(CapturedMoodle recordings)
    {
        var members = JsonNode.Parse(recordings.Json("nrps/all.json")["response"]!["body"]!.GetValue<string>())!["members"]!.AsArray();
        foreach (var member in members.OfType<JsonObject>())
        {
            string Text(string name) => WebUtility.HtmlDecode(member[name]!.GetValue<string>());
            yield return new Person(Text("user_id"), Text("ext_user_username"), Text("given_name"), Text("family_name"), Text("email"), TimeZone: "99")
            {
                SourcedId = Text("lis_person_sourcedid"),
            };
        }
    }

    private static CourseRole RoleOf(string sub) => sub switch
    {
        "3" => CourseRole.Teacher,
        "4" => CourseRole.Assistant,
        _ => CourseRole.Learner,
    };

    /// <param name="isOlder">There an item's frame chose the container.</param>
    private static IEnumerable<Activity> Activities(string tool, bool isOlder) =>
    [
        new("1", 2, "Module 1: Trust in remote teams", "Read the case and answer the questions.", $"{tool}/launch",
            [new("moduleId", "mod-1"), new("mixedCase", "Kept?"), new("withVar", "$User.id"), new("with space", "a=b;c")]) { IsEmbedded = isOlder, IsGraded = true },
        new("2", 3, "Minimal link", "", null, []),
        new("3", 4, "Window link", "", $"{tool}/launch?item=win&x=%C3%A4",
            [new("n", "5"), new("b", "1"), new("multi", "line1\nline2"), new("UPPER-key", "v"), new("empty", "")]) { OpensInWindow = true, IsGraded = true },
        new("6", 7, "Multi A", "", $"{tool}/launch", []),
        new("7", 8, "Multi B & \"q\"", "<p>Some <b>html</b></p>", $"{tool}/launch", [new("moduleId", "b")]),
    ];
}
