using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Person = LearningBuddy.Shared.People.Person;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class GroupTableOnSqliteTests() : GroupTableTests(onPostgres: false);

public sealed class GroupTableOnPostgresTests() : GroupTableTests(onPostgres: true);

/// <summary>The group at a glance: what everyone can show, and where everyone is.</summary>
public abstract class GroupTableTests(bool onPostgres) : JourneyScene(onPostgres)
{
    [Fact]
    public async Task A_cell_says_in_words_how_far_somebody_is_and_opens_their_evidence()
    {
        using var teacher = await ConfirmOneAsync();
        using (var learner = await Room.OpenAsync(Learner))
        {
            await learner.PostAsync("/evidence/new?behaviour=keeps-time");
            await learner.PressAsync("evidence.send", ("Situation", "The stand-up."), ("Action", "Ended on time."), ("Outcome", "Relief."));
        }

        await teacher.GoAsync("/reviews");
        var cells = teacher.Page.QuerySelectorAll("table.heat tbody td a").ToList();

        Assert.Equal(3, cells.Count);
        var key = teacher.Page.QuerySelector("ul.key")!.TextContent;
        Assert.Contains("1/2", key, StringComparison.Ordinal);
        Assert.DoesNotContain(Wording.Of("reviews.cell-not-chosen"), key, StringComparison.Ordinal);
        Assert.Equal(["1/2", "…", "·"], Shown(cells, "quiet-voices", "keeps-time", null));
        Assert.Contains(cells, cell => Words(cell).EndsWith(Wording.Of("reviews.cell-confirmed", 1, 2), StringComparison.Ordinal));
        Assert.Contains(cells, cell => Words(cell).EndsWith(Wording.Of("reviews.cell-sent"), StringComparison.Ordinal));
        Assert.All(cells, cell => Assert.StartsWith(Learner.Name, Words(cell), StringComparison.Ordinal));

        var sent = cells.Single(cell => cell.GetAttribute("href")!.Contains("behaviour=keeps-time", StringComparison.Ordinal));
        await teacher.GoToAsync(new Uri(teacher.Address, sent.GetAttribute("href")), "same-origin");
        Assert.Equal(Learner.Name, teacher.Heading);
        Assert.Equal("The stand-up.", Assert.Single(teacher.Page.QuerySelectorAll("ul.rows a")).TextContent);
    }

    [Fact]
    public async Task Learners_are_counted_in_the_phase_they_are_in_and_the_number_opens_them()
    {
        using var teacher = await ConfirmOneAsync();
        await teacher.GoAsync("/reviews");

        // As on the learner's own road.
        var road = Road.Of(Stage.Look(db => db.DesignVersions.AsNoTracking().First()).Content, Progress.None).Select(phase => phase.Name).ToList();
        Assert.Equal("buddy", road[1]);
        var number = Assert.Single(teacher.Page.QuerySelectorAll(".sums a[href*='phase=']"));
        Assert.Equal("1", number.TextContent.Trim());
        Assert.Contains("phase=buddy", number.GetAttribute("href"), StringComparison.Ordinal);

        await teacher.GoToAsync(new Uri(teacher.Address, number.GetAttribute("href")), "same-origin");
        Assert.Equal(Learner.Name, Assert.Single(teacher.Page.QuerySelectorAll("ul.rows a")).TextContent);
        await teacher.GoAsync("/reviews/group?phase=certificate");
        Assert.Empty(teacher.Page.QuerySelectorAll("ul.rows a"));
    }

    [Fact]
    public async Task A_large_group_shows_the_first_thirty_asks_no_more_for_it_and_leads_to_all()
    {
        using var teacher = await ConfirmOneAsync();
        Fill(500);

        await teacher.GoAsync("/reviews");

        Assert.Equal(30, teacher.Page.QuerySelectorAll("table.heat tbody tr").Length);
        await teacher.FollowNamedAsync(Wording.OfCount("reviews.all-of-them", 501));
        Assert.Equal(Wording.Of("reviews.all-learners"), teacher.Heading);
    }

    [Fact]
    public async Task When_nobody_waits_the_page_says_what_else_is_good_to_do()
    {
        using var teacher = await ConfirmOneAsync();
        Stage.Look(db => db.BehaviourStandings.ExecuteUpdate(set => set.SetProperty(row => row.CertifiedAt, Stage.Clock.GetUtcNow())));

        await teacher.GoAsync("/reviews");

        Assert.Equal(Wording.Of("reviews.nobody-waits"), teacher.Heading);
        Assert.Contains(Learner.Name, teacher.Page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        await teacher.FollowAsync("reviews.see-work");
        Assert.Equal(Learner.Name, teacher.Heading);
    }

    [Fact]
    public async Task A_reviewer_reads_before_pressing_what_confirming_will_do()
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/reviews");
        await teacher.FollowAsync("shared.review");

        var told = Squeeze(teacher.Page.QuerySelector("[data-told]")!.TextContent);
        Assert.Contains("1 of 2", told, StringComparison.Ordinal);
        Assert.Contains(Wording.OfCount("reviews.outcome-points", 100, 33.33), told, StringComparison.Ordinal);

        await teacher.PostAsync(
            $"/reviews/give?id={Stage.Look(db => db.Evidence.Single().Id)}&handler=Outcome", ("Levels[quiet-voices]", "1"));
        Assert.Contains(Wording.Of("reviews.outcome-nothing"), teacher.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_since_the_last_version_is_marked()
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await ReviewAsync(teacher, "reviews.return", level: "1");
        await learner.GoAsync($"/evidence/write?id={Stage.Look(db => db.Evidence.Single().Id)}");
        await learner.PressAsync("evidence.send", ("Action", "I asked Mira first."));

        await teacher.GoAsync("/reviews");
        await teacher.FollowAsync("shared.review");

        Assert.Equal(["Mira"], teacher.Page.QuerySelectorAll("dd ins").Select(words => words.TextContent));
        Assert.Equal(["Aiko"], teacher.Page.QuerySelectorAll("dd del").Select(words => words.TextContent));
    }

    private static IEnumerable<string> Shown(List<AngleSharp.Dom.IElement> cells, params string?[] behaviours) => behaviours.Select(behaviour =>
        cells.First(cell => behaviour is null
            ? cell.ClassName == "h0"
            : cell.GetAttribute("href")!.Contains("behaviour=" + behaviour, StringComparison.Ordinal)).QuerySelector("[aria-hidden]")!.TextContent.Trim());

    /// <summary>What a listener hears.</summary>
    private static string Words(AngleSharp.Dom.IElement cell) => cell.QuerySelector(".visually-hidden")!.TextContent.Trim();

    private void Fill(int others) => Stage.Look(db =>
    {
        var own = db.Participations.AsNoTracking().Single();
        for (var number = 0; number < others; number++)
        {
            var person = new Person(Guid.CreateVersion7()) { Name = $"Learner {number:0000}" };
            var participation = new Participation(Guid.CreateVersion7(), own.JourneyId, person.Id, own.StartedAt);
            db.AddRange(person, participation);
            db.Add(new BehaviourStandingRow { ParticipationId = participation.Id, JourneyId = own.JourneyId, BehaviourId = "quiet-voices", Waiting = 1 });
        }

        return db.SaveChanges();
    });
}
