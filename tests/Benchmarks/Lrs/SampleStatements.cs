using System.Globalization;
using System.Text;

namespace LearningBuddy.Tests.Benchmarks.Lrs;

/// <summary>
/// Statements as the tool sends them (some 1.3 KB each), made up with a seed: people, sprints, evidence and certification of a year.
/// The same seed gives the same people and activities; ids are new each time.
/// </summary>
internal sealed class SampleStatements(int seed, int people = 2000)
{
    private static readonly (string Verb, string Display, string Type, string Collection, string Name)[] Kinds =
    [
        ("http://adlnet.gov/expapi/verbs/initialized", "started", "http://adlnet.gov/expapi/activities/module", "sprints", "Sprint"),
        ("http://adlnet.gov/expapi/verbs/completed", "completed", "http://adlnet.gov/expapi/activities/module", "sprints", "Sprint"),
        ("http://adlnet.gov/expapi/verbs/attended", "attended", "http://adlnet.gov/expapi/activities/meeting", "meetings", "Buddy talk"),
        ("http://activitystrea.ms/submit", "sent for review", "https://w3id.org/xapi/learning-buddy/activity-types/practice-evidence", "evidence", "Practice evidence"),
        ("http://activitystrea.ms/approve", "confirmed", "https://w3id.org/xapi/learning-buddy/activity-types/practice-evidence", "evidence", "Practice evidence"),
        ("https://w3id.org/xapi/tla/verbs/achieved", "achieved", "https://w3id.org/xapi/tla/activity-types/competency", "statements", "Behaviour"),
        ("http://activitystrea.ms/open", "opened", "https://w3id.org/xapi/acrossx/activities/message", "nudges", "Nudge"),
    ];

    private readonly Random random = new(seed);

    /// <summary>One statement as JSON.</summary>
    public string Next()
    {
        var person = random.Next(people);
        var kind = Kinds[random.Next(Kinds.Length)];
        var journey = person % 20;
        var thing = random.Next(40) + (journey * 100);
        var at = new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(500_000));
        var score = kind.Display is "confirmed" or "achieved"
            ? string.Create(CultureInfo.InvariantCulture, $$$"""  "result":{"success":true,"score":{"scaled":{{{random.Next(5) / 4.0}}},"min":0,"max":4} },""")
            : "";
        return new StringBuilder(1400)
            .Append(CultureInfo.InvariantCulture, $$$"""{"id":"{{{Guid.NewGuid():D}}}","actor":{"objectType":"Agent","account":{"homePage":"https://moodle.example","name":"{{{Name(person)}}}"} },""")
            .Append(CultureInfo.InvariantCulture, $$$"""  "verb":{"id":"{{{kind.Verb}}}","display":{"en":"{{{kind.Display}}}"}},""")
            .Append(CultureInfo.InvariantCulture, $$"""  "object":{{Activity(kind.Collection, thing, kind.Type, kind.Name)}},{{score}}"context":{"registration":"{{Registration(person)}}",""")
            .Append(CultureInfo.InvariantCulture, $$"""  "contextActivities":{"parent":[{{Activity("journeys", journey, "http://adlnet.gov/expapi/activities/course", "Leading remote teams")}}],""")
            .Append(CultureInfo.InvariantCulture, $$"""  "grouping":[{{Activity("courses", journey, "http://adlnet.gov/expapi/activities/course", "Management academy")}}],""")
            .Append("""  "category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}]},""")
            .Append(CultureInfo.InvariantCulture, $$"""  "platform":"Learning Buddy","language":"en"},"timestamp":"{{at:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}}"}""")
            .ToString();
    }

    /// <summary>The agent whose statements the reading benchmark asks for, as JSON.</summary>
    public static string Agent(int person) => $$$"""{"account":{"homePage":"https://moodle.example","name":"{{{Name(person)}}}"}}""";

    private static string Name(int person) => (10_000 + person).ToString(CultureInfo.InvariantCulture);

    private static string Registration(int person) => new Guid(person, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]).ToString("D");

    private static string Activity(string collection, int id, string type, string name) =>
        string.Create(CultureInfo.InvariantCulture, $$$"""{"objectType":"Activity","id":"https://buddy.example/xapi/activities/{{{collection}}}/{{{id}}}","definition":{"type":"{{{type}}}","name":{"en":"{{{name}}} {{{id}}}"} } }""");
}
