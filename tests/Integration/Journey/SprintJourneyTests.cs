using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using LearningBuddy.LtiTool.Features.Setup;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.Sprints;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class SprintJourneyOnSqliteTests() : SprintJourneyTests(onPostgres: false);

public sealed class SprintJourneyOnPostgresTests() : SprintJourneyTests(onPostgres: true);

/// <summary>The six weeks begin: where one stands, what is suggested, a choice on one board, and the first reading.</summary>
public abstract class SprintJourneyTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private static readonly string Learns = ScriptedSchool.Membership + "Learner";
    private static readonly string Teaches = ScriptedSchool.Membership + "Instructor";

    [Fact]
    public async Task A_learner_says_where_they_stand_chooses_and_reads()
    {
        using var school = await BeginAsync();
        using var learner = await StartAsync(school, "1");
        Assert.Equal(Wording.Of("path.step"), learner.Heading);

        await AnswerAllAsync(learner, level: 1);
        Assert.Equal(Wording.Of("path.picture"), learner.Heading);
        Assert.Equal(24, learner.Page.QuerySelectorAll(".scale .on").Length);

        await learner.FollowAsync("path.choose-sprints");
        Assert.Equal(2, learner.Page.QuerySelectorAll(".choices .state.mine").Length);
        await learner.PressAsync("sprints.keep", ("sprint", "setting-up"), ("sprint", "meeting"), ("sprint", "communicating"), ("why", "A hard talk."));

        // Too many: nothing is chosen, and what was ticked and written is still there.
        Assert.NotNull(learner.Page.QuerySelector("[role=alert]"));
        Assert.Equal(3, learner.Page.QuerySelectorAll("input[name=sprint][checked]").Length);
        Assert.Equal("A hard talk.", learner.Page.QuerySelector("#why")!.TextContent);
        Assert.DoesNotContain("hard", learner.Address.Query, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, Stage.Look(db => db.SprintChoices.Count()));

        await learner.PostAsync("/sprints/choose", ("sprint", "setting-up"), ("sprint", "underperformance"), ("why", "A hard talk."));
        Assert.Equal(Wording.Of("sprints.your-choice"), learner.Heading);
        Assert.Equal(["setting-up", "underperformance"], Stage.Look(db => db.SprintChoices.Select(row => row.SprintId).Order().ToList()));
        Assert.Equal("A hard talk.", Stage.Look(db => db.ChoiceReasons.Single().Text));

        await learner.GoAsync("/sprints");
        await learner.FollowNamedAsync("Setting up");
        await learner.PressAsync("sprints.tick");
        await learner.PressAsync("sprints.tick");
        await learner.PressAsync("sprints.tick");
        Assert.Equal(3, learner.Page.QuerySelectorAll(".state.good").Length);

        // Everything is read: how sure one feels is asked, and nobody else is told.
        await learner.PressAsync("sprints.sure-keep", ("level", "4"));
        Assert.Contains("4", learner.Page.QuerySelector("#sure")!.TextContent, StringComparison.Ordinal);

        // Evidence is about what the chosen sprints train.
        await learner.PostAsync("/evidence/new?behaviour=agree-channels");
        Assert.Equal(12, learner.Page.QuerySelectorAll("#Behaviours input").Length);
        await Stage.SendAsync();
        var statements = Stage.Look(db => db.Deliveries.Select(row => row.Payload).ToList()).ConvertAll(Encoding.UTF8.GetString);
        Assert.Equal(24, Stage.Look(db => db.Events.Count(row => row.Name == "path.self-assessed")));
        Assert.NotEmpty(statements);
        Assert.DoesNotContain(statements, text => text.Contains("hard talk", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Once_the_choice_is_closed_changes_go_through_whoever_facilitates()
    {
        using var school = await BeginAsync();
        using var learner = await StartAsync(school, "1");
        await learner.PostAsync("/sprints/choose", ("sprint", "setting-up"), ("sprint", "meeting"));
        using var late = await StartAsync(school, "2");
        using var teacher = await school.OpenAsync(school.Claims("9", Teaches));
        await teacher.GoAsync("/sprints/board");
        await teacher.PressAsync("sprints.close-choice");

        await learner.PostAsync("/sprints/choose", ("sprint", "communicating"), ("sprint", "meeting"));
        Assert.Contains(Wording.Of("sprints.locked"), learner.Text, StringComparison.Ordinal);
        await learner.PostAsync("/sprints/board?handler=Choose", ("sprint", "meeting"), ("isWanted", "false"));
        Assert.Contains(Wording.Of("sprints.locked"), learner.Text, StringComparison.Ordinal);

        // Who came late can still choose, but changes nothing of it, and then it holds for them too.
        await late.PostAsync("/sprints/board?handler=Choose", ("sprint", "meeting"), ("isWanted", "true"));
        await late.PostAsync("/sprints/choose", ("sprint", "setting-up"));
        Assert.Contains(Wording.Of("sprints.locked"), late.Text, StringComparison.Ordinal);
        await late.PostAsync("/sprints/board?handler=Choose", ("sprint", "communicating"), ("isWanted", "true"));
        await late.PostAsync("/sprints/board?handler=Choose", ("sprint", "communicating"), ("isWanted", "false"));
        Assert.Equal(4, Stage.Look(db => db.SprintChoices.Count()));

        await teacher.GoAsync("/sprints/board");
        await teacher.FollowNamedAsync("Person 1");
        await teacher.PressAsync("sprints.change-save", ("sprint", "underperformance"), ("sprint", "meeting"));
        Assert.Contains("underperformance", Stage.Look(db => db.SprintChoices.Select(row => row.SprintId).ToList()));

        // A learner can't do what facilitators do.
        await learner.PostAsync("/sprints/board?handler=Close", ("isClosed", "false"));
        Assert.Equal(1, Stage.Look(db => db.ChoiceLocks.Count()));
    }

    /// <summary>Two tabs, and the facilitator who closes meanwhile: nobody has more than two, and what was chosen when it closed stands.</summary>
    [Fact]
    public async Task Races_on_the_board_end_right()
    {
        using var school = await BeginAsync();
        var learners = new List<Visitor>();
        for (var number = 0; number < 8; number++)
        {
            learners.Add(await StartAsync(school, $"{number}"));
        }

        using var teacher = await school.OpenAsync(school.Claims("90", Teaches));
        await teacher.GoAsync("/sprints/board");
        string[] sprints = ["setting-up", "meeting", "communicating", "underperformance"];
        var work = learners.SelectMany(learner => sprints.Concat(sprints).Select(sprint =>
            learner.TryAsync("/sprints/board?handler=Choose", [("sprint", sprint), ("isWanted", "true")]))).ToList();
        await teacher.PostAsync("/sprints/board?handler=Close", ("isClosed", "true"));
        Assert.All(await Task.WhenAll(work), status => Assert.Equal(302, status));

        var byLearner = Stage.Look(db => db.SprintChoices.ToList().CountBy(row => row.ParticipationId).ToList());
        Assert.Equal(8, byLearner.Count);
        Assert.All(byLearner, count => Assert.Equal(2, count.Value));
        var before = Stage.Look(db => db.SprintChoices.Select(row => row.SprintId + row.ParticipationId).Order().ToList());
        foreach (var learner in learners)
        {
            await learner.PostAsync("/sprints/choose", ("sprint", "setting-up"));
            learner.Dispose();
        }

        Assert.Equal(before, Stage.Look(db => db.SprintChoices.Select(row => row.SprintId + row.ParticipationId).Order().ToList()));
    }

    [Fact]
    public async Task The_board_tells_its_version_at_once_and_again_when_somebody_chose()
    {
        using var school = await BeginAsync();
        using var one = await StartAsync(school, "1");
        using var two = await StartAsync(school, "2");
        await two.GoAsync("/sprints/board");
        var version = two.Page.QuerySelector("[data-version]")!.GetAttribute("data-version");
        using var reader = new StreamReader(await two.OpenStreamAsync("/sprints/board?handler=Stream"));

        Assert.Equal(version, await NextAsync(reader));
        Assert.Equal(204, (await two.TryGetAsync("/sprints/board?handler=Part&version=" + version)).Status);
        await one.PostAsync("/sprints/board?handler=Choose", ("sprint", "meeting"), ("isWanted", "true"));
        Assert.NotEqual(version, await NextAsync(reader));

        await two.GoAsync("/sprints/board?handler=Part&version=" + version);
        Assert.Contains("Person 1", two.Text, StringComparison.Ordinal);
        Assert.Null(two.Page.QuerySelector("nav"));
    }

    [Fact]
    public async Task Names_on_the_board_stand_where_people_look_for_them()
    {
        using var school = await BeginAsync();
        foreach (var (subject, name) in new[] { ("1", "Zoë Adler"), ("2", "Élodie Eriksen"), ("3", "farid Löfgren") })
        {
            var claims = school.Claims(subject, Learns);
            claims["name"] = name;
            using var learner = await school.OpenAsync(claims);
            await learner.PressAsync("shared.start");
            await learner.PostAsync("/sprints/choose", ("sprint", "setting-up"), ("sprint", "meeting"));
        }

        using var teacher = await school.OpenAsync(school.Claims("9", Teaches));
        await teacher.GoAsync("/sprints/board");
        Assert.Equal(
            ["Élodie Eriksen", "farid Löfgren", "Zoë Adler"],
            teacher.Page.QuerySelectorAll("section[aria-labelledby=s-meeting] li a").Select(person => person.TextContent));
    }

    /// <summary>What cells of the group's table say is explained above it, with the numbers that can stand there.</summary>
    [Fact]
    public async Task The_key_of_the_table_explains_what_was_not_chosen()
    {
        using var school = await BeginAsync();
        using var learner = await StartAsync(school, "1");
        using var teacher = await school.OpenAsync(school.Claims("9", Teaches));
        await teacher.GoAsync("/reviews");
        var key = teacher.Page.QuerySelector("#can-show ~ ul.key")!.TextContent;
        Assert.Contains(Wording.Of("reviews.cell-not-chosen"), key, StringComparison.Ordinal);
        Assert.Contains("1/1", key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_break_is_told_on_the_first_page_and_ends_with_a_button()
    {
        using var school = await BeginAsync();
        using var learner = await StartAsync(school, "1");
        await learner.GoAsync("/sprints");
        Assert.Null(learner.Page.QuerySelector("#break"));
        await learner.PostAsync("/sprints/choose", ("sprint", "setting-up"), ("sprint", "meeting"));
        await learner.GoAsync("/sprints");
        await learner.PressAsync("sprints.take-break", ("until", "2020-01-01"));
        Assert.NotNull(learner.Page.QuerySelector("#break .fault"));

        var day = DateOnly.FromDateTime(Stage.Now.UtcDateTime).AddDays(7);
        await learner.PressAsync("sprints.take-break", ("until", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.NotNull(learner.Page.QuerySelector("button[data-text='sprints.go-on']"));

        // Until the last hour of it the button ends it, wherever in the world the learner is.
        await Stage.MoveAsync(TimeSpan.FromDays(6));
        using var later = await school.OpenAsync(school.Claims("1", Learns));
        await later.PressAsync("sprints.go-on");
        Assert.Null(later.Page.QuerySelector("button[data-text='sprints.go-on']"));
    }

    /// <summary>What an instructor empties is empty, and words without a title are told, not lost.</summary>
    [Fact]
    public async Task Fields_that_are_emptied_are_empty_and_words_without_a_title_are_told()
    {
        using var school = await BeginAsync();
        using var teacher = await school.OpenAsync(school.Claims("9", Teaches));
        await teacher.GoAsync("/setup");
        await teacher.PressAsync("setup.change");
        var id = teacher.Address.Query;
        await teacher.GoAsync("/setup/edit" + id + "&part=sprints");
        await teacher.PressAsync("setup.save", ("sprints.Choose", ""), ("sprints.DaysEach", ""));
        Assert.Equal((0, 0), Newest(section => (section.Choose, section.DaysEach)));

        await teacher.GoAsync("/setup/edit" + id + "&part=sprints");
        await teacher.PressAsync("setup.save", ("sprints.Sprints[0].Resources[3].Text", "Words without a title."));
        Assert.NotNull(teacher.Page.QuerySelector("[role=alert]"));
        Assert.Contains("Words without a title.", teacher.Text, StringComparison.Ordinal);
    }

    private T Newest<T>(Func<SprintsSection, T> of) => Stage.Look(db =>
        of(db.DesignVersions.OrderByDescending(row => row.MadeAt).First().Content.Find<SprintsSection>()!));

    /// <summary>What a form doesn't show it doesn't lose: a set-up that is saved as it is stays as it is.</summary>
    [Fact]
    public async Task A_set_up_that_is_saved_unchanged_is_the_same()
    {
        using var school = await BeginAsync();
        using var teacher = await school.OpenAsync(school.Claims("9", Teaches));
        await teacher.GoAsync("/setup");
        await teacher.PressAsync("setup.change");
        var id = teacher.Address.Query;
        string Content() => Stage.Look(db => DesignJson.Write(db.DesignVersions.OrderByDescending(row => row.MadeAt).First().Content));
        var before = Content();
        foreach (var part in new[] { "behaviours", "path", "sprints", "buddies", "nudges", "all" })
        {
            await teacher.GoAsync("/setup/edit" + id + "&part=" + part);
            await teacher.PressAsync("setup.save");
            Assert.Equal(before, Content());
        }
    }

    [Fact]
    public async Task What_is_asked_on_a_sprints_page_says_so_and_stands_there()
    {
        using var school = await BeginAsync();
        using var learner = await StartAsync(school, "1");
        await learner.PostAsync("/sprints/choose", ("sprint", "setting-up"), ("sprint", "meeting"));
        var title = Newest(section => section.Find("meeting")!.Title);
        await learner.GoAsync("/sprints/show?id=meeting");
        await learner.FollowAsync("questions.ask-something");
        Assert.Contains(title, learner.Text, StringComparison.Ordinal);
        await learner.PressAsync("questions.ask", ("text", ""));
        await learner.PressAsync("questions.ask", ("text", "Who begins?"), ("audience", "Facilitators"));
        Assert.Equal("Who begins?", learner.Heading);
        await learner.GoAsync("/sprints/show?id=setting-up");
        Assert.DoesNotContain("Who begins?", learner.Text, StringComparison.Ordinal);
        await learner.GoAsync("/sprints/show?id=meeting");
        await learner.FollowNamedAsync("Who begins?");

        using var teacher = await school.OpenAsync(school.Claims("9", Teaches));
        await teacher.GoAsync($"/questions/show?id={Stage.Look(db => db.Questions.Single().Id)}");
        Assert.Contains(Wording.Of("questions.about", title), teacher.Text, StringComparison.Ordinal);
    }

    internal static async Task<string?> NextAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return line["data: ".Length..];
            }
        }

        return null;
    }

    private async Task<ScriptedSchool> BeginAsync(string template = "six-week-journey")
    {
        var school = await ScriptedSchool.RegisterAsync(Stage);
        using var teacher = await school.OpenAsync(school.Claims("9", Teaches));
        await teacher.PostAsync($"/setup/add?template={template}&language=en");
        await teacher.PressAsync("setup.save");
        return school;
    }

    private static async Task<Visitor> StartAsync(ScriptedSchool school, string subject)
    {
        var learner = await school.OpenAsync(school.Claims(subject, Learns));
        await learner.PressAsync("shared.start");
        return learner;
    }

    private static async Task AnswerAllAsync(Visitor learner, int level)
    {
        await learner.GoAsync("/path");
        while (learner.Page.QuerySelector("button[data-text='path.go-on'], button[data-text='path.see-picture']") is { } button)
        {
            var names = learner.Page.QuerySelectorAll("input[type=radio]").Select(input => input.GetAttribute("name")!).Distinct();
            await learner.PressAsync(
                button.GetAttribute("data-text")!, [.. names.Select(name => (name, level.ToString(CultureInfo.InvariantCulture)))]);
        }
    }
}

/// <summary>Every template, taken in, previewed and walked to the first evidence, in each language.</summary>
public sealed class TemplateWalkTests() : JourneyScene(onPostgres: false)
{
    public static TheoryData<string> Templates =>
        ["six-week-journey", "peer-circle", "manager-as-coach", "competency-path", "micro-practice", "practise-and-prove"];

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task A_template_leads_to_the_first_evidence_in_each_language(string template)
    {
        using var school = await ScriptedSchool.RegisterAsync(Stage);
        foreach (var language in new[] { "en", "de", "fr", "es", "ar" })
        {
            using var teacher = await school.OpenAsync(In(school.Claims("9", ScriptedSchool.Membership + "Instructor"), template, language));
            await teacher.PostAsync($"/setup/add?template={template}&language={language}");
            var design = Stage.Tool.Services.GetRequiredService<JourneyTemplates>()
                .InEachLanguage(template, CultureInfo.GetCultureInfo(language))[0].Design;
            await teacher.FollowAsync("setup.see-preview");
            Assert.Equal(design.Title, teacher.Heading);
            await teacher.GoAsync("/setup/edit" + teacher.Address.Query);
            await teacher.PressAsync("setup.save");

            using var learner = await school.OpenAsync(In(school.Claims("1", ScriptedSchool.Membership + "Learner"), template, language));
            Assert.Equal(language, learner.Language);
            await learner.PressAsync("shared.start");
            await ChooseAsync(learner, design);
            await learner.PostAsync("/evidence/new?behaviour=" + design.Behaviours[0].Id);
            await learner.PressAsync("evidence.send", ("Situation", "Weekly call."), ("Action", "I asked."), ("Outcome", "It worked."));
            Assert.Contains(Wording.In(language, "evidence.done-sent"), learner.Text, StringComparison.Ordinal);
        }
    }

    private static async Task ChooseAsync(Visitor learner, JourneyDesign design)
    {
        if (design.Find<PathSection>() is not null)
        {
            foreach (var competency in design.Competencies)
            {
                var levels = design.Behaviours.Where(one => one.CompetencyId == competency.Id).Select(one => ($"level[{one.Id}]", "1"));
                await learner.PostAsync("/path", [("group", competency.Id), .. levels]);
            }
        }

        if (design.Find<SprintsSection>() is { IsChosen: true } section)
        {
            await learner.GoAsync("/today");
            Assert.NotNull(learner.Page.QuerySelector("a[data-text='sprints.choose']"));
            await learner.PostAsync("/sprints/choose", [.. section.Sprints.Take(section.Choose).Select(sprint => ("sprint", sprint.Id))]);
            await learner.GoAsync("/sprints/show?id=" + section.Sprints[0].Id);
            Assert.Equal(section.Sprints[0].Title, learner.Heading);
            Assert.All(
                learner.Page.QuerySelectorAll("details p, details li"),
                part => Assert.NotEqual("", part.TextContent.Trim()));
            await learner.PressAsync("sprints.tick");
        }
    }

    private static JsonObject In(JsonObject claims, string template, string language)
    {
        claims[ScriptedSchool.Of("resource_link")] = new JsonObject { ["id"] = $"{template}-{language}", ["title"] = template };
        claims[ScriptedSchool.Of("launch_presentation")]!["locale"] = language;
        return claims;
    }
}
