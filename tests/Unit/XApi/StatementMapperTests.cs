using System.Text;
using System.Text.Json;
using LearningBuddy.Shared.Core;
using LearningBuddy.XApi.Profile;
using LearningBuddy.XApi.Statements;
using Xunit;

namespace LearningBuddy.Tests.Unit.XApi;

public sealed class StatementMapperTests
{
    public static TheoryData<string> Names => [.. JourneyEvents.Told.Select(example => example.Name)];

    [Fact]
    public void Every_event_is_mapped_but_those_that_concern_the_tool_alone()
    {
        var shown = JourneyEvents.All.Select(example => example.Event.What.GetType()).ToHashSet();

        Assert.All(EventTypes.All, type => Assert.Contains(type.Type, shown));
        Assert.All(JourneyEvents.All, example => Assert.Equal(
            EventTypes.Of(example.Event.What).HasStatement, StatementMapper.Map(example.Event, JourneyEvents.Scene).Count > 0));
    }

    [Fact]
    public void An_event_of_a_newer_version_gives_no_statement()
    {
        var unknown = JourneyEvents.All[0].Event with { What = new UnknownEvent("sprint.restarted", 1, "{}") };

        Assert.Empty(StatementMapper.Map(unknown, JourneyEvents.Scene));
    }

    [Fact]
    public void Words_that_were_erased_leave_a_whole_statement_without_them()
    {
        var erased = JourneyEvents.Scene with { Texts = new Dictionary<TextRef, string>() };

        foreach (var example in JourneyEvents.Told)
        {
            var statements = StatementMapper.Map(example.Event, erased)
                .Select(mapped => StatementRenderer.Render(mapped, Everything(XApiVersion.V200)));
            Assert.All(statements, statement =>
            {
                Assert.Null(StatementValidator.Validate(JsonElement.Parse(statement), XApiVersion.V200));
                Assert.All(
                    JourneyEvents.Words.Values.Where(words => words != JourneyEvents.Scene.Design.Title),
                    words => Assert.DoesNotContain(words, Encoding.UTF8.GetString(statement), StringComparison.Ordinal));
            });
        }
    }

    [Fact]
    public void An_invitation_that_ran_out_is_the_tools_statement_about_the_learner()
    {
        var expired = Assert.Single(Mapped("buddy-invitation-expired"));

        Assert.IsType<Identity.Tool>(expired.Actor);
        Assert.Equal(Mapped("buddy-invitation-withdrawn")[0].TemplateId, expired.TemplateId);
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
        var used = JourneyEvents.Told.SelectMany(example => Mapped(example.Name)).Select(mapped => mapped.TemplateId).ToHashSet();

        var templates = profile.RootElement.GetProperty("templates").EnumerateArray()
            .Select(template => template.GetProperty("id").GetString()!);

        Assert.Equal(["https://w3id.org/xapi/learning-buddy/templates/general"], templates.Where(id => !used.Contains(id)));
    }

    [Fact]
    public void A_replay_gives_the_same_ids()
    {
        Assert.All(JourneyEvents.All, example => Assert.Equal(
            Mapped(example.Name).Select(mapped => mapped.Id),
            StatementMapper.Map(example.Event with { OccurredAt = example.Event.OccurredAt.AddYears(1) }, JourneyEvents.Scene)
                .Select(mapped => mapped.Id)));
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
        var off = JourneyEvents.Told.Where(example => !Mapped(example.Name)[0].OnByDefault).Select(example => example.Name);

        Assert.Equal(["sprint-progressed", "evidence-drafted", "feedback-received", "nudge-scheduled", "nudge-sent", "grade-sent"], off);
    }

    [Fact]
    public void A_German_journey_names_things_in_both_languages()
    {
        var mapped = StatementMapper.Map(
            JourneyEvents.Told.First(example => example.Name == "buddy-invited").Event, JourneyEvents.Scene with { Design = JourneyEvents.Scene.Design with { Language = "de" } });

        var text = Encoding.UTF8.GetString(StatementRenderer.Render(mapped[0], Everything(XApiVersion.V103)));

        Assert.Contains("\"display\":{\"en\":\"invited\",\"de\":\"lud ein\"}", text, StringComparison.Ordinal);
        Assert.Contains("\"language\":\"de\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_without_account_is_named_by_the_tool()
    {
        var attested = Encoding.UTF8.GetString(Rendered("evidence-attested", XApiVersion.V103));

        Assert.Contains(
            $"{{\"homePage\":\"https://buddy.example\",\"name\":\"{JourneyEvents.Guest:D}\"}}", attested, StringComparison.Ordinal);
    }

    private static IReadOnlyList<MappedStatement> Mapped(string name) =>
        StatementMapper.Map(JourneyEvents.All.Single(example => example.Name == name).Event, JourneyEvents.Scene);

    private static StatementDestination Everything(XApiVersion version) => new(version, new ActorNaming.PlatformAccount(), FreeText: true);

    private static byte[] Rendered(string name, XApiVersion version) => Encoding.UTF8.GetBytes(
        "[" + string.Join(',', Mapped(name)
            .Select(mapped => Encoding.UTF8.GetString(StatementRenderer.Render(mapped, Everything(version))))) + "]");

    private static JsonElement? Find(Guid id, XApiVersion version)
    {
        var mapped = JourneyEvents.Told.SelectMany(example => Mapped(example.Name)).FirstOrDefault(candidate => candidate.Id == id);
        return mapped is null ? null : JsonElement.Parse(StatementRenderer.Render(mapped, Everything(version)));
    }
}
