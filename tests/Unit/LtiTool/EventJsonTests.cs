using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LearningBuddy.LtiTool.Data.Json;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Tests.Unit.XApi;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>How events are stored: what was written once must be read for ever.</summary>
public sealed partial class EventJsonTests
{
    /// <summary>Facts of the design that an event freezes as they were called then: nobody's own words.</summary>
    private static readonly string[] WordsOfTheDesign = ["I know that I can't do it yet", "The silent meeting"];

    private static readonly DateTimeOffset At = new(2026, 9, 19, 23, 30, 0, TimeSpan.Zero);

    public static TheoryData<string> Names => [.. JourneyEvents.All.Select(example => example.Name)];

    [Fact]
    public void Every_kind_of_event_has_an_example() => Assert.Empty(
        EventTypes.All.Select(type => type.Type).Except(JourneyEvents.All.Select(example => example.Event.What.GetType())));

    [Fact]
    public void Names_are_lower_case_and_each_is_given_once()
    {
        Assert.Distinct(EventTypes.All.Select(type => type.Name));
        Assert.All(EventTypes.All, type => Assert.Matches("^[a-z-]+\\.[a-z-]+$", type.Name));
    }

    [Fact]
    public void Every_kind_of_event_is_stored_as_agreed()
    {
        foreach (var type in EventTypes.All)
        {
            var payload = EventJson.Write(JourneyEvents.All.First(example => example.Event.What.GetType() == type.Type).Event.What);

            GoldenFile.ShouldHold($"{type.Name}.{type.Version}.json", Encoding.UTF8.GetBytes(payload), "../Shared/golden-events");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_was_written_reads_back_the_same(string name)
    {
        var what = Example(name);
        var type = EventTypes.Of(what);
        var payload = EventJson.Write(what);

        var read = EventJson.Read(type.Name, type.Version, payload, At);

        Assert.IsType(type.Type, read);
        Assert.Equivalent(what, read, strict: true);
        Assert.Equal(payload, EventJson.Write(read));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_people_wrote_is_in_no_payload(string name)
    {
        var payload = EventJson.Write(Example(name));

        Assert.All(JourneyEvents.Words.Values, words => Assert.DoesNotContain(words, payload, StringComparison.Ordinal));
        Assert.All(Texts(JsonNode.Parse(payload)!), text => Assert.True(Neutral().IsMatch(text) || WordsOfTheDesign.Contains(text), text));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_not_known_is_passed_over(string name)
    {
        var what = Example(name);
        var type = EventTypes.Of(what);
        var newer = JsonNode.Parse(EventJson.Write(what))!.AsObject();
        newer["weather"] = new JsonObject { ["wind"] = 3 };

        Assert.Equivalent(what, EventJson.Read(type.Name, type.Version, newer.ToJsonString(), At), strict: true);
    }

    [Theory]
    [InlineData("sprint.restarted", 1)]
    [InlineData("evidence.submitted", 3)]
    public void An_event_of_a_newer_version_is_kept_as_it_is_and_adds_up_to_nothing(string name, int version)
    {
        const string Payload = """{"sprintId":"s1","mood":"good"}""";

        var unknown = EventJson.Read(name, version, Payload, At);

        Assert.Equal(new UnknownEvent(name, version, Payload), unknown);
        var started = Progress.None.After(Recorded(new JourneyStarted()));
        Assert.Same(started, started.After(Recorded(unknown)));
    }

    /// <summary>Where the learner gave no day, the day it was handed in counts, as it did when it was stored.</summary>
    [Theory]
    [InlineData("""{"appliedOn":"2026-09-18",""", "2026-09-18")]
    [InlineData("""{"appliedOn":null,""", "2026-09-19")]
    [InlineData("{", "2026-09-19")]
    public void A_submission_of_the_first_version_is_lifted(string begin, string day)
    {
        var old = begin + """
            "evidence":{"id":"00002329-0000-0000-0000-000000000001","revision":1,"behaviourIds":["decision-first"]},
            "kind":"OnTheJob","files":[]}
            """;

        var lifted = Assert.IsType<EvidenceSubmitted>(EventJson.Read("evidence.submitted", 1, old, At));

        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd"), lifted.Day);
        Assert.Equal(["decision-first"], lifted.Evidence.BehaviourIds);
    }

    /// <summary>Who vouched before there was a choice of three goes on counting as somebody who was there.</summary>
    [Fact]
    public void An_attestation_of_the_first_version_is_lifted()
    {
        var old = Encoding.UTF8.GetString(GoldenFile.All("../Shared/golden-events").Single(file => file.Name == "evidence.attested.1.json").Json);

        var lifted = Assert.IsType<EvidenceAttested>(EventJson.Read("evidence.attested", 1, old, At));

        Assert.Equal((AttestationBasis.Present, ReviewerRole.Witness), (lifted.Basis, lifted.Role));
    }

    /// <summary>What was planned says nothing about how long a talk took.</summary>
    [Fact]
    public void A_talk_of_the_first_version_is_lifted()
    {
        var old = Encoding.UTF8.GetString(GoldenFile.All("../Shared/golden-events").Single(file => file.Name == "buddy.meeting-held.1.json").Json);

        var lifted = Assert.IsType<BuddyMeetingHeld>(EventJson.Read("buddy.meeting-held", 1, old, At));

        Assert.Null(lifted.Duration);
        Assert.Equal(2, lifted.Attendees.Count);
    }

    /// <summary>
    /// A payload that was agreed once stays readable whatever the tool becomes:
    /// also those of versions that are no longer written.
    /// </summary>
    [Fact]
    public void Every_payload_that_was_ever_agreed_can_be_read()
    {
        var files = GoldenFile.All("../Shared/golden-events");

        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            var (name, version) = NameOf(file.Name);
            Assert.IsNotType<UnknownEvent>(EventJson.Read(name, version, Encoding.UTF8.GetString(file.Json), At));
        });
    }

    private static JourneyEvent Example(string name) => JourneyEvents.All.Single(example => example.Name == name).Event.What;

    private static RecordedEvent Recorded(JourneyEvent what) =>
        new(Guid.NewGuid(), Guid.Empty, Guid.Empty, JourneyEvents.Learner, JourneyEvents.Learner, At, what);

    private static (string Name, int Version) NameOf(string file) =>
        file.Split('.') is [var theme, var what, var version, "json"]
            ? ($"{theme}.{what}", int.Parse(version))
            : throw new InvalidDataException("Not the name of a payload: " + file);

    private static IEnumerable<string> Texts(JsonNode node) => node switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        JsonArray array => array.Where(item => item is not null).SelectMany(item => Texts(item!)),
        JsonObject children => children.Where(child => child.Value is not null).SelectMany(child => Texts(child.Value!)),
        _ => [],
    };

    /// <summary>Ids, hashes, keys, names of enums, media types, addresses, days, moments, durations: nothing with a blank in it.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9.:/+-]+$")]
    private static partial Regex Neutral();
}
