using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using LearningBuddy.LtiTool.Features.Setup;
using LearningBuddy.LtiTool.Features.Setup.Models;
using LearningBuddy.Shared.Core;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>Behaviours come from a file, are looked at first, and are kept for other journeys of the course.</summary>
public sealed class CompetencyModelTests() : JourneyScene(onPostgres: false)
{
    private const string Table = """
        competency,role,id,behaviour,shown_by
        Meetings,current,quiet-voices,draw out the quiet voices,"asks by name,
        then waits"
        Coaching,next,,ask before telling,asks one open question
        """;

    private static readonly string Teaches = ScriptedSchool.Membership + "Instructor";

    private JourneyDesign Newest => Stage.Look(db => db.DesignVersions.OrderByDescending(version => version.Number).First().Content);

    [Fact]
    public async Task A_file_changes_nothing_before_somebody_has_seen_what_would_and_said_yes()
    {
        using var teacher = await OpenModelAsync();
        var before = Newest;

        await BringAsync(teacher, Table);

        Assert.Equal(DesignJson.Write(before), DesignJson.Write(Newest));
        Assert.Contains("ask before telling", Words(teacher, "added"), StringComparison.Ordinal);
        Assert.Contains("draw out the quiet voices", Words(teacher, "changed"), StringComparison.Ordinal);
        Assert.Contains(Wording.OfCount("setup.model-added", 1), teacher.Text, StringComparison.Ordinal);
        Assert.Contains(Wording.OfCount("setup.model-unnamed", 2), teacher.Text, StringComparison.Ordinal);

        await teacher.PressAsync("setup.model-take", ("replace", "false"));

        Assert.Contains(Wording.Of("setup.done-model-taken"), teacher.Text, StringComparison.Ordinal);
        var after = Newest;
        Assert.Equal([.. before.ActiveBehaviours.Select(one => one.Id), "ask-before-telling"], after.ActiveBehaviours.Select(one => one.Id));
        Assert.Equal(("draw out the quiet voices", "asks by name,\nthen waits"), (after.FindBehaviour("quiet-voices")!.Statement, after.FindBehaviour("quiet-voices")!.ShownBy));
        Assert.Equal(CompetencyRole.Next, after.FindCompetency(after.FindBehaviour("ask-before-telling")!.CompetencyId)!.Role);
        Assert.Empty(Stage.Look(db => db.CompetencyModels.ToList()));
    }

    [Fact]
    public async Task What_a_file_replaces_is_retired_and_what_learners_have_shown_stays()
    {
        using (await ConfirmOneAsync())
        {
        }

        using var teacher = await OpenModelAsync();
        await BringAsync(teacher, "{ \"behaviours\": [ { \"id\": \"new\", \"statement\": \"ask before telling\" } ] }");
        await teacher.PressAsync("setup.model-take", ("replace", "true"));
        await Stage.SendAsync();

        Assert.Equal(["new"], Newest.ActiveBehaviours.Select(one => one.Id));
        Assert.True(Newest.FindBehaviour("quiet-voices")!.Retired);
        Assert.Single(Stage.Look(db => db.BehaviourStandings.Where(row => row.ConfirmedAt != null).ToList()));
        using var learner = await Room.OpenAsync(Learner);
        await learner.GoAsync("/evidence");
        await learner.FollowNamedAsync("Weekly call");
        Assert.Contains("Draw out quiet voices", learner.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("competency,behaviour,shown_by\nA,,x", "Line 2")]
    [InlineData("{\n \"behaviours\": [ { \"id\": \"a\" } ] }", "Line 2")]
    [InlineData("{ \"CFItems\": [] }", "Line 1")]
    [InlineData("", "KiB")]
    public async Task A_file_with_faults_changes_nothing_and_says_what_and_where(string file, string told)
    {
        using var teacher = await OpenModelAsync();

        await BringAsync(teacher, file);

        Assert.Contains(told, teacher.Page.QuerySelector("#file [role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(teacher.Page.QuerySelector("#change"));
        Assert.Empty(Stage.Look(db => db.CompetencyModels.ToList()));
    }

    [Fact]
    public async Task More_than_fits_beside_what_is_there_can_only_replace_it()
    {
        using var teacher = await OpenModelAsync();
        var table = new StringBuilder("competency,behaviour,shown_by\n").AppendJoin('\n', Enumerable.Range(1, 40).Select(number => $",does {number},"));

        await BringAsync(teacher, table.ToString());

        Assert.Null(teacher.Page.QuerySelector("input[name=replace][value=false]"));
        await teacher.PressAsync("setup.model-take", ("replace", "false"));
        Assert.Equal(3, Newest.ActiveBehaviours.Count());
        await teacher.PressAsync("setup.model-take", ("replace", "true"));
        Assert.Equal(40, Newest.ActiveBehaviours.Count());
    }

    [Fact]
    public async Task What_was_taken_away_as_a_file_changes_nothing_when_it_comes_back()
    {
        using var teacher = await OpenModelAsync();
        foreach (var link in new[] { "setup.model-csv", "setup.model-json" })
        {
            using var program = new HttpClient();
            program.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
            var href = teacher.Page.QuerySelector($"a[data-text='{link}']")!.GetAttribute("href")!;
            var read = await ModelFile.ReadAsync(await program.GetByteArrayAsync(new Uri(teacher.Address, href), TestContext.Current.CancellationToken));

            var change = ModelChange.Of(Newest, read.Model!);
            Assert.Equal((3, 0), (change.Same.Count, change.Added.Count + change.Changed.Count));
        }
    }

    [Fact]
    public async Task What_is_kept_is_used_in_another_journey_of_the_course_and_seen_in_no_other_course()
    {
        using var school = await ScriptedSchool.RegisterAsync(Stage);
        using var first = await MakeAsync(school, school.Claims("9", Teaches));
        await BringAsync(first, Table);
        await first.PressAsync("setup.model-take", ("replace", "true"));
        await first.PressAsync("setup.model-keep-do", ("name", "  "));
        Assert.Contains(Wording.Of("setup.model-name-missing"), first.Text, StringComparison.Ordinal);
        await first.PressAsync("setup.model-keep-do", ("name", "Leading at a distance"));
        await first.PressAsync("setup.model-keep-do", ("name", "Leading at a distance"));
        Assert.Contains(Wording.Of("setup.done-model-kept"), first.Text, StringComparison.Ordinal);
        var kept = Assert.Single(Stage.Look(db => db.CompetencyModels.ToList()));

        using var elsewhere = await MakeAsync(school, At(school, "other course", "link"));
        Assert.DoesNotContain("Leading at a distance", elsewhere.Text, StringComparison.Ordinal);
        await elsewhere.GoAsync($"/setup/model?id={IdOf(elsewhere)}&from={kept.Id}");
        Assert.Null(elsewhere.Page.QuerySelector("#change"));
        await elsewhere.PostAsync($"/setup/model?handler=Remove&id={IdOf(elsewhere)}&from={kept.Id}");
        await elsewhere.PostAsync($"/setup/model?handler=Take&id={IdOf(elsewhere)}&from={kept.Id}", ("replace", "true"));
        Assert.DoesNotContain("ask before telling", elsewhere.Text, StringComparison.Ordinal);

        using var second = await MakeAsync(school, At(school, "9", "another link"));
        await second.FollowAsync("setup.model-use");
        await second.PressAsync("setup.model-take", ("replace", "true"));
        Assert.Contains(Wording.Of("setup.done-model-taken"), second.Text, StringComparison.Ordinal);
        var mine = Guid.Parse(IdOf(second));
        var content = Stage.Look(db => db.DesignVersions.Where(row => row.DesignId == mine).OrderByDescending(row => row.Number).First().Content);
        Assert.Equal(["quiet-voices", "ask-before-telling"], content.ActiveBehaviours.Select(one => one.Id));

        await second.PressAsync("setup.remove");
        Assert.Empty(Stage.Look(db => db.CompetencyModels.ToList()));
    }

    private static JsonObject At(ScriptedSchool school, string course, string link)
    {
        var claims = school.Claims("9", Teaches);
        claims[ScriptedSchool.Of("context")]!["id"] = course;
        claims[ScriptedSchool.Of("resource_link")]!["id"] = link;
        return claims;
    }

    /// <summary>A teacher starts a journey from a template, and goes to its model.</summary>
    private static async Task<Visitor> MakeAsync(ScriptedSchool school, JsonObject claims)
    {
        var teacher = await school.OpenAsync(claims);
        await teacher.PressAsync("setup.use-template");
        await teacher.GoAsync($"/setup/model?id={IdOf(teacher)}");
        return teacher;
    }

    private static string IdOf(Visitor teacher) => HttpUtility.ParseQueryString(teacher.Address.Query)["id"]!;

    private async Task<Visitor> OpenModelAsync()
    {
        var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/setup");
        await teacher.PressAsync("setup.change");
        await teacher.FollowAsync("setup.part.behaviours");
        await teacher.FollowAsync("setup.model-link");
        Assert.Equal(Wording.Of("setup.model-heading"), teacher.Heading);
        return teacher;
    }

    private static Task BringAsync(Visitor teacher, string file) =>
        teacher.PressWithFileAsync("setup.model-check", "model.txt", Encoding.UTF8.GetBytes(file));

    private static string Words(Visitor teacher, string what) => teacher.Page.QuerySelector($"[data-change={what}]")?.TextContent ?? "";
}
