using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Person = LearningBuddy.Shared.People.Person;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class LargeGroupOnSqliteTests() : LargeGroupTests(onPostgres: false);

public sealed class LargeGroupOnPostgresTests() : LargeGroupTests(onPostgres: true);

/// <summary>A course with more learners than fit on a page: nobody is left out without a word.</summary>
public abstract class LargeGroupTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private const int Others = (2 * Paging.Size) + 10;

    [Fact]
    public async Task Every_learner_of_the_group_stands_on_some_page()
    {
        using var teacher = await ConfirmOneAsync();
        Fill();

        await teacher.GoAsync("/reviews/group");
        var seen = await SeenOnAllPagesAsync(teacher);

        Assert.Equal(Others + 1, seen.Count);
        Assert.Equal(seen, seen.Distinct());
    }

    [Fact]
    public async Task A_mark_that_needs_a_look_stands_before_all_that_arrived()
    {
        using var teacher = await ConfirmOneAsync();
        await Stage.SendAsync();
        Fill();
        Refuse("Learner 0207");

        await teacher.GoAsync("/grades");
        var seen = await SeenOnAllPagesAsync(teacher);

        Assert.Equal("Learner 0207", seen[0]);
        Assert.Equal(Others + 1, seen.Count);
    }

    [Fact]
    public async Task An_address_past_the_end_shows_the_last_page()
    {
        using var teacher = await ConfirmOneAsync();
        Fill();

        await teacher.GoAsync("/reviews/group?start=99999");

        Assert.Contains("201 to 211 of 211", teacher.Text, StringComparison.Ordinal);
    }

    private static async Task<List<string>> SeenOnAllPagesAsync(Visitor teacher)
    {
        var seen = Names(teacher);
        while (teacher.Page.QuerySelector("a[rel=next]") is not null)
        {
            await teacher.FollowAsync("shared.next-rows");
            seen.AddRange(Names(teacher));
        }

        return seen;
    }

    private static List<string> Names(Visitor teacher) => [.. teacher.Page.QuerySelectorAll("ul.rows a[href*='/reviews/learner']").Select(link => link.TextContent)];

    /// <summary>Learners whose score has arrived.</summary>
    private void Fill() => Stage.Look(db =>
    {
        var own = db.Participations.AsNoTracking().Single();
        for (var number = 0; number < Others; number++)
        {
            var person = new Person(Guid.CreateVersion7()) { Name = $"Learner {number:0000}" };
            var participation = new Participation(Guid.CreateVersion7(), own.JourneyId, person.Id, own.StartedAt);
            db.AddRange(person, participation);
            db.Add(new GradePosting { ParticipationId = participation.Id, JourneyId = own.JourneyId, Given = 10, Maximum = 100, State = GradePostingState.Sent, SentAt = own.StartedAt });
            db.Add(ScoreOf(db, participation.Id));
        }

        return db.SaveChanges();
    });

    private static DeliveryRow ScoreOf(BuddyDbContext db, Guid participationId)
    {
        var row = db.Deliveries.AsNoTracking().First(delivery => delivery.Kind == DeliveryKind.Score);
        row.Id = Guid.CreateVersion7();
        row.SubjectId = participationId;
        row.DedupeKey = $"score:{participationId:N}";
        row.State = DeliveryState.Sent;
        return row;
    }

    private void Refuse(string name) => Stage.Look(db =>
    {
        var person = db.People.Single(row => row.Name == name).Id;
        var participation = db.Participations.Single(row => row.PersonId == person).Id;
        return db.GradePostings.Where(row => row.ParticipationId == participation)
            .ExecuteUpdate(set => set.SetProperty(row => row.State, GradePostingState.Refused).SetProperty(row => row.Reason, "No such person"));
    });
}
