using System.Text;
using System.Text.Json;
using LearningBuddy.Shared.Events;
using LearningBuddy.XApi.Profile;
using LearningBuddy.XApi.Statements;
using Xunit;

namespace LearningBuddy.Tests.Unit.XApi;

public sealed class StatementMapperTests
{
    public static TheoryData<string> Names => [.. JourneyEvents.All.Select(example => example.Name)];

    [Fact]
    public void Every_journey_event_is_mapped()
    {
        var cases = typeof(JourneyEvent).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(JourneyEvent)));

        var shown = JourneyEvents.All.Select(example => example.Event.What.GetType()).ToHashSet();

        Assert.All(cases, type => Assert.Contains(type, shown));
        Assert.All(JourneyEvents.All, example => Assert.NotEmpty(StatementMapper.Map(example.Event, JourneyEvents.Scene)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Statements_are_as_agreed(string name)
    {
        foreach (var version in Enum.GetValues<XApiVersion>())
        {
            GoldenFile.ShouldHold($"{name}.{version.ToHeader()}.json", Rendered(name, version));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Statements_are_valid_and_follow_their_template_alone(string name)
    {
        foreach (var version in Enum.GetValues<XApiVersion>())
        {
            using var array = JsonDocument.Parse(Rendered(name, version));
            foreach (var statement in array.RootElement.EnumerateArray())
            {
                Assert.Null(StatementValidator.Validate(statement, version));
                var match = ProfileValidator.OfJourneys.Check(statement, id => Find(id, version));
                Assert.Empty(match.Broken);
                Assert.Equal([Mapped(name)[0].TemplateId], match.Templates);
            }
        }
    }

    [Fact]
    public void Every_template_of_the_profile_is_used()
    {
        using var profile = JsonDocument.Parse(JourneyProfile.Document);
        var used = JourneyEvents.All.SelectMany(example => Mapped(example.Name)).Select(mapped => mapped.TemplateId).ToHashSet();

        var templates = profile.RootElement.GetProperty("templates").EnumerateArray().Select(template => template.GetProperty("id").GetString()!);

        Assert.Equal(["https://w3id.org/xapi/learning-buddy/templates/general"], templates.Where(id => !used.Contains(id)));
    }

    [Fact]
    public void A_replay_gives_the_same_ids()
    {
        Assert.All(JourneyEvents.All, example => Assert.Equal(
            Mapped(example.Name).Select(mapped => mapped.Id),
            StatementMapper.Map(example.Event with { OccurredAt = example.Event.OccurredAt.AddYears(1) }, JourneyEvents.Scene).Select(mapped => mapped.Id)));
    }

    [Fact]
    public void Each_attendee_has_a_statement_of_their_own()
    {
        var held = Mapped("buddy-meeting-held");

        Assert.Equal(2, held.Select(mapped => mapped.Id).Distinct().Count());
        Assert.Equal(2, held.Select(mapped => mapped.Actor).Distinct().Count());
    }

    [Fact]
    public void Drafts_nudges_sent_and_grades_are_off_by_default()
    {
        var off = JourneyEvents.All.Where(example => !Mapped(example.Name)[0].OnByDefault).Select(example => example.Name);

        Assert.Equal(["sprint-progressed", "evidence-drafted", "feedback-received", "nudge-scheduled", "nudge-sent", "grade-sent"], off);
    }

    [Fact]
    public void A_German_journey_names_things_in_both_languages()
    {
        var mapped = StatementMapper.Map(JourneyEvents.All[9].Event, JourneyEvents.Scene with { Language = "de" });

        var text = Encoding.UTF8.GetString(StatementRenderer.Render(mapped[0], Everything(XApiVersion.V103)));

        Assert.Contains("\"display\":{\"en\":\"invited\",\"de\":\"lud ein\"}", text, StringComparison.Ordinal);
        Assert.Contains("\"language\":\"de\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_without_account_is_named_by_the_tool()
    {
        var attested = Encoding.UTF8.GetString(Rendered("evidence-attested", XApiVersion.V103));

        Assert.Contains($"{{\"homePage\":\"https://buddy.example\",\"name\":\"{JourneyEvents.Guest:D}\"}}", attested, StringComparison.Ordinal);
    }

    private static IReadOnlyList<MappedStatement> Mapped(string name) =>
        StatementMapper.Map(JourneyEvents.All.Single(example => example.Name == name).Event, JourneyEvents.Scene);

    private static StatementDestination Everything(XApiVersion version) => new(version, new ActorNaming.PlatformAccount(), FreeText: true);

    private static byte[] Rendered(string name, XApiVersion version) => Encoding.UTF8.GetBytes(
        "[" + string.Join(',', Mapped(name).Select(mapped => Encoding.UTF8.GetString(StatementRenderer.Render(mapped, Everything(version))))) + "]");

    private static JsonElement? Find(Guid id, XApiVersion version)
    {
        var mapped = JourneyEvents.All.SelectMany(example => Mapped(example.Name)).FirstOrDefault(candidate => candidate.Id == id);
        return mapped is null ? null : JsonElement.Parse(StatementRenderer.Render(mapped, Everything(version)));
    }
}
