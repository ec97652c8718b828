extern alias demolms;

using System.Net;
using System.Text.Json.Nodes;
using demolms::LearningBuddy.DemoLms.World;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>Rebuilds the course, people, activities and registration of the recorded Moodle in the demo LMS.</summary>
internal static class RecordedMoodle
{
    public const string ClientId = "1vsODpDebViSSiH";

    /// <summary>Starts a host whose Moodle is the recorded one; new columns get the numbers they got there.</summary>
    public static async Task<DemoLmsHost> StartAsync()
    {
        var host = await DemoLmsHost.StartAsync(register: false, firstNumber: 4);
        var course = new Course("2", 2, "LRT1", "Leading Remote Teams", "1", [])
        {
            SourcedId = "LRT-2026-1",
            StartsAt = DateTimeOffset.FromUnixTimeSeconds(1795305600),
        };
        foreach (var person in People())
        {
            host.Moodle.Add(person);
            course.Enrol(new Enrolment(person, RoleOf(person.Sub)));
        }

        host.Moodle.Add(new Person("2", "admin", "Admin", "User", "admin@example.edu", TimeZone: "99", IsAdministrator: true));
        foreach (var activity in Activities())
            course.Add(activity);
        course.Add(new LineItem(2, "Module 1: Trust in remote teams", 50)
        {
            ActivityId = "1",
            ResourceId = "mod-1",
            Tag = "final",
            SubmissionReview = JsonNode.Parse("""{"url":"http://localhost:8110/launch","custom":{"review":"yes"}}""")!.AsObject(),
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
        using var message = new HttpRequestMessage(HttpMethod.Post, "/moodle/mod/lti/openid-registration.php")
        {
            Content = new StringContent(Recorded.LoadJson("registration/request.json").ToJsonString(), new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")),
        };
        message.Headers.Authorization = new("Bearer", host.RegistrationTokens.Issue(host.Moodle, ClientId));
        var answer = await host.Client.SendAsync(message, TestContext.Current.CancellationToken);
        demolms::LearningBuddy.DemoLms.Registration.ToolRegistrar.Activate(host.Moodle);
        return answer;
    }

    private static IEnumerable<Person> People()
    {
        var members = JsonNode.Parse(Recorded.LoadJson("nrps/all.json")["response"]!["body"]!.GetValue<string>())!["members"]!.AsArray();
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

    private static IEnumerable<Activity> Activities() =>
    [
        new("1", 2, "Module 1: Trust in remote teams", "Read the case and answer the questions.", "http://localhost:8110/launch",
            [new("moduleId", "mod-1"), new("mixedCase", "Kept?"), new("withVar", "$User.id"), new("with space", "a=b;c")]),
        new("3", 4, "Window link", "", "http://localhost:8110/launch?item=win&x=%C3%A4",
            [new("n", "5"), new("b", "1"), new("multi", "line1\nline2"), new("UPPER-key", "v"), new("empty", "")]) { OpensInWindow = true },
        new("6", 7, "Multi A", "", "http://localhost:8110/launch", []),
        new("7", 8, "Multi B & \"q\"", "<p>Some <b>html</b></p>", "http://localhost:8110/launch", [new("moduleId", "b")]),
    ];
}
