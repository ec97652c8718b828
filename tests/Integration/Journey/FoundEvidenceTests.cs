extern alias demolms;

using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Found;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.Extensions.DependencyInjection;
using LearningBuddy.XApi.Lrs;
using LearningBuddy.XApi.Lrs.Access;
using LearningBuddy.XApi.Lrs.Storage;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class FoundEvidenceOnSqliteTests() : FoundEvidenceTests(onPostgres: false);

[Trait("Part", "Long")]
public sealed class FoundEvidenceOnPostgresTests() : FoundEvidenceTests(onPostgres: true);

/// <summary>Practice that another system recorded: offered by rule, counted only when the learner says so.</summary>
public abstract class FoundEvidenceTests(bool onPostgres) : FoundEvidenceScene(onPostgres)
{
    [Fact]
    public async Task What_fits_a_rule_is_offered_used_and_referred_to()
    {
        await SetRuleAsync();
        using var learner = await StartAsync(Learner);
        var id = await SendAsync(Passed, "https://sim.example/calls/7", 0.9);

        await ReadAsync();

        await learner.GoAsync("/today");
        Assert.Contains(Wording.Of("found.found", "A difficult call"), learner.Text, StringComparison.Ordinal);
        Assert.Equal(0, Stage.Look(db => db.Evidence.Count()));
        await learner.PressAsync("found.use");
        await learner.PressAsync("evidence.send", ("Action", "I asked first."), ("Outcome", "It calmed down."));
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await ReviewAsync(teacher, "reviews.confirm", level: "2");

        await learner.GoAsync("/grades/mine");
        Assert.Contains(Wording.Of("shared.made-from-statement"), learner.Text, StringComparison.Ordinal);
        Assert.Contains($"confirmed by {Room.Teacher.Name}", learner.Text, StringComparison.Ordinal);
        await Stage.SendAsync();
        var ours = await Stage.Tool.Services.GetRequiredService<EmbeddedLrs>().QueryAsync(
            new StatementQuery().Matching(new StatementFilters { Verb = "http://activitystrea.ms/submit" }), CancellationToken.None);
        using var submitted = JsonDocument.Parse(Assert.Single(ours.Statements).Payload);
        Assert.Equal(id, submitted.RootElement.GetProperty("context").GetProperty("statement").GetProperty("id").GetGuid());
    }

    [Theory]
    [InlineData("und", "<p>Role&nbsp;play 1</p>\n", "Role play 1")]
    [InlineData("en-US", "", "https://sim.example/calls/7")]
    [InlineData("zz", "<b>two\r\nlines</b><script>alert(1)</script>", "two lines")]
    public async Task A_name_is_one_readable_line_from_the_offer_to_the_trail(string language, string name, string shown)
    {
        await SetRuleAsync();
        using var learner = await StartAsync(Learner);
        await PostAsync(new
        {
            actor = Actor(),
            verb = new { id = Passed },
            @object = new { id = "https://sim.example/calls/7", definition = new { name = new Dictionary<string, string> { [language] = name } } },
            result = new { score = new { scaled = 0.9 } },
            timestamp = Stage.Clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ"),
        });
        await ReadAsync();

        await learner.GoAsync("/today");
        Assert.Contains(Wording.Of("found.found", shown), learner.Text, StringComparison.Ordinal);
        await learner.PressAsync("found.use");
        Assert.Equal(shown, Stage.Look(db => db.Evidence.Single()).Draft.Situation);
        await learner.PressAsync("evidence.send", ("Action", "I asked first."), ("Outcome", "It calmed down."));
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await ReviewAsync(teacher, "reviews.confirm", level: "2");
        await learner.GoAsync("/grades/mine");
        Assert.Contains(shown, learner.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("&lt;", learner.Page.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", learner.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_statement_is_never_offered_twice()
    {
        await SetRuleAsync();
        using var learner = await StartAsync(Learner);
        await SendAsync(Passed, "https://sim.example/calls/7", 0.9);
        await ReadAsync();
        await learner.GoAsync("/today");
        await learner.PressAsync("found.not-mine");

        await ReadAsync();

        await learner.GoAsync("/today");
        Assert.DoesNotContain("Found:", learner.Text, StringComparison.Ordinal);
        Assert.Equal(FoundState.NotMine, Stage.Look(db => db.FoundEvidence.Single().State));
    }

    [Theory]
    [InlineData("http://adlnet.gov/expapi/verbs/failed", "https://sim.example/calls/7", 0.9)]
    [InlineData(Passed, "https://other.example/calls/7", 0.9)]
    [InlineData(Passed, "https://sim.example/calls/7", 0.2)]
    public async Task What_does_not_fit_is_not_offered(string verb, string activity, double scaled)
    {
        await SetRuleAsync();
        using var learner = await StartAsync(Learner);
        await SendAsync(verb, activity, scaled);

        await ReadAsync();

        Assert.Equal(0, Stage.Look(db => db.FoundEvidence.Count()));
    }

    [Fact]
    public async Task A_voided_statement_takes_its_offer_back()
    {
        await SetRuleAsync();
        using var learner = await StartAsync(Learner);
        var id = await SendAsync(Passed, "https://sim.example/calls/7", 0.9);
        await ReadAsync();

        await PostAsync(new { actor = Actor(), verb = new { id = "http://adlnet.gov/expapi/verbs/voided" }, @object = new { objectType = "StatementRef", id } });
        await ReadAsync();

        Assert.Equal(FoundState.Voided, Stage.Look(db => db.FoundEvidence.Single().State));
    }

    [Fact]
    public async Task What_is_taken_back_after_it_was_used_counts_on_and_can_be_told()
    {
        await SetRuleAsync();
        using var learner = await StartAsync(Learner);
        var id = await SendAsync(Passed, "https://sim.example/calls/7", 0.9);
        await ReadAsync();
        await learner.GoAsync("/today");
        await learner.PressAsync("found.use");

        await PostAsync(new { actor = Actor(), verb = new { id = "http://adlnet.gov/expapi/verbs/voided" }, @object = new { objectType = "StatementRef", id } });
        await ReadAsync();

        Assert.True(Stage.Look(db => db.FoundEvidence.Single()).WasTakenBackAfterUse);
        Assert.Equal(id, Stage.Look(db => db.Evidence.Single().FoundStatementId));
        await learner.PressAsync("evidence.send", ("Action", "I asked first."), ("Outcome", "It calmed down."));
        Assert.Contains(Wording.Of("evidence.taken-back"), learner.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_with_a_zero_character_holds_up_no_other()
    {
        await SetRuleAsync();
        using var learner = await StartAsync(Learner);
        await PostAsync(new
        {
            actor = new { account = new { homePage = "https://sim.example", name = "a\0b" } },
            verb = new { id = Passed },
            @object = new { id = "https://sim.example/calls/1", definition = new { name = new Dictionary<string, string> { ["en"] = "a\0b" } } },
        });
        await PostAsync(new
        {
            actor = Actor(),
            verb = new { id = Passed },
            @object = new { id = "https://sim.example/calls/2", definition = new { name = new Dictionary<string, string> { ["en"] = "a\0b" } } },
            result = new { score = new { scaled = 0.9 } },
            timestamp = Stage.Clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ"),
        });
        await SendAsync(Passed, "https://sim.example/calls/7", 0.9);

        await ReadAsync();

        Assert.Equal(["A difficult call", "https://sim.example/calls/2"], Stage.Look(db => db.FoundEvidence.Select(found => found.ActivityName).ToList()).Order());
    }

    [Fact]
    public async Task Nodes_that_read_at_the_same_time_offer_once()
    {
        await SetRuleAsync();
        using var learner = await StartAsync(Learner);
        for (var call = 0; call < 20; call++)
        {
            await SendAsync(Passed, $"https://sim.example/calls/{call}", 0.9);
        }

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(ReadAsync)));

        Assert.Equal(20, Stage.Look(db => db.FoundEvidence.Count()));
    }

    [Fact]
    public async Task People_are_known_by_another_home_page_that_an_administrator_names_even_afterwards()
    {
        await SetRuleAsync();
        using var learner = await StartAsync(Learner);
        await SendAsync(Passed, "https://sim.example/calls/7", 0.9, homePage: "https://sim.example/school");
        await ReadAsync();
        Assert.Equal(0, Stage.Look(db => db.FoundEvidence.Count()));
        using var admin = new Visitor { Dest = "document" };
        await admin.GoToAsync(new Uri(Stage.ToolUrl + "/admin/enter"));
        await admin.PressAsync("admin.enter", ("token", "integration-tests-only"));

        await admin.PressAsync("admin.keep-home-pages", ("homes", "https://sim.example/school\nnowhere"));
        Assert.Contains("“nowhere” is not an address", admin.Text, StringComparison.Ordinal);
        await admin.PressAsync("admin.keep-home-pages", ("homes", "https://sim.example/school/"));
        await ReadAsync();

        Assert.Equal(1, Stage.Look(db => db.FoundEvidence.Count()));
    }

    [Fact]
    public async Task The_rules_can_be_tried_on_real_statements_first()
    {
        await SendAsync(Passed, "https://sim.example/calls/7", 0.9);
        await SendAsync(Passed, "https://sim.example/calls/7", 0.9, homePage: "https://another-school.example");
        using var teacher = await SetRuleAsync();
        await teacher.GoAsync("/setup");
        await teacher.PressAsync("setup.change");
        await teacher.FollowAsync("setup.part.all");

        await teacher.FollowAsync("found.try-rules");

        Assert.Contains(Wording.OfCount("setup.trial-fit", 1), teacher.Text, StringComparison.Ordinal);
        Assert.Contains("A difficult call", teacher.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Wording.OfCount("setup.trial-fit", 2), teacher.Text, StringComparison.Ordinal);
    }
}
