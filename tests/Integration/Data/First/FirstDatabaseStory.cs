extern alias demolms;

using System.Diagnostics;
using demolms::LearningBuddy.DemoLms;
using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace LearningBuddy.Tests.Integration.Data.First;

/// <summary>Makes the first database on SQLite.</summary>
public sealed class FirstDatabaseOnSqliteStory() : FirstDatabaseStory(onPostgres: false);

/// <summary>Makes the first database on PostgreSQL.</summary>
public sealed class FirstDatabaseOnPostgresStory() : FirstDatabaseStory(onPostgres: true);

/// <summary>
/// Plays what the kept databases hold, and writes them into the folder that LEARNINGBUDDY_FIXTURES names. Run by hand, once a version of the
/// schema: a database that was kept is never made again.
/// </summary>
public abstract class FirstDatabaseStory(bool onPostgres) : JourneyScene(onPostgres)
{
    private const int Learners = 12;
    private readonly List<Visitor> learners = [];
    private Visitor teacher = null!;

    [Fact(Explicit = true)]
    [Trait("Part", "ByHand")]
    public async Task Play()
    {
        foreach (var person in Enumerable.Range(0, Learners).Select(PersonOf))
        {
            Room.School.Add(person);
            Room.Course.Enrol(new Enrolment(person, CourseRole.Learner));
            learners.Add(await StartAsync(person));
        }

        teacher = await Room.OpenAsync(Room.Teacher);
        await PairsAsync();
        await EvidenceAsync();
        await QuestionsAsync();
        await Stage.MoveAsync(TimeSpan.FromDays(2));
        await Stage.SendAsync();
        await AfterwardsAsync();
        await KeepAsync(Environment.GetEnvironmentVariable("LEARNINGBUDDY_FIXTURES") ?? throw new InvalidOperationException("Set LEARNINGBUDDY_FIXTURES."));
    }

    public override async ValueTask DisposeAsync()
    {
        learners.ForEach(learner => learner.Dispose());
        teacher?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static Person PersonOf(int number) =>
        new($"{6000 + number}", $"first{number}", "First", $"Learner {number:00}", $"first{number}@example.edu");

    /// <summary>Accepted, asked, declined, taken back, by code; the last ones have none.</summary>
    private async Task PairsAsync()
    {
        for (var asker = 0; asker < 5; asker++)
        {
            await learners[asker].AskAsync(PersonId(PersonOf(asker + 6)));
        }

        await AnswerAsync(6, "Accept");
        await AnswerAsync(7, "Accept");
        await AnswerAsync(9, "Decline");
        await learners[4].PostAsync($"/buddies/answer?handler=Withdraw&id={PairOf(4)}");
        await learners[5].GoAsync("/buddies");
        await learners[5].PostAsync("/buddies/invite?handler=Code");
    }

    private async Task AnswerAsync(int buddy, string answer) =>
        await learners[buddy].PostAsync($"/buddies/answer?handler={answer}&id={PairOf(buddy - 6)}", ("reason", "No time this month."));

    private Guid PairOf(int asker)
    {
        var person = Guid.Parse(PersonId(PersonOf(asker)));
        return Stage.Look(db => (
            from pair in db.Groups
            join own in db.Participations on pair.OwnerId equals own.Id
            where own.PersonId == person
            select pair.Id).Single());
    }

    /// <summary>Every state: begun, sent, attested, returned, sent again, confirmed, certified.</summary>
    private async Task EvidenceAsync()
    {
        await WriteAndSendAsync(learners[0], ("AppliedOn", "2026-11-02"));
        await AttestAsync(6);
        await ReviewAsync(teacher, "reviews.confirm", "2");
        await WriteAndSendAsync(learners[0], ("AppliedOn", "2026-11-09"));
        await ReviewAsync(teacher, "reviews.confirm", "3");
        await WriteAndSendAsync(learners[1]);
        await ReviewAsync(teacher, "reviews.return", "1");
        await WriteAndSendAsync(learners[2]);
        await ReviewAsync(teacher, "reviews.return", "1");
        await AgainAsync(learners[2]);
        await WriteAndSendAsync(learners[3]);
        await learners[4].PostAsync("/evidence/new?behaviour=keeps-time");
        await learners[4].PressAsync("evidence.keep", ("Situation", "A call that ran over."));
    }

    private async Task AttestAsync(int buddy)
    {
        await learners[buddy].GoAsync("/buddies");
        await learners[buddy].FollowAsync("buddies.read");
        await learners[buddy].PressAsync("evidence.attest", ("basis", "Present"), ("words", "I was in the room."));
    }

    private async Task AgainAsync(Visitor learner)
    {
        var piece = Stage.Look(db => db.Evidence.OrderBy(evidence => evidence.Id).Last(evidence => evidence.Revision > 0).Id);
        await learner.GoAsync($"/evidence/write?id={piece}");
        await learner.PressAsync("evidence.send", ("Outcome", "This time they all spoke."));
    }

    /// <summary>To both audiences, answered and not.</summary>
    private async Task QuestionsAsync()
    {
        await learners[7].PostAsync("/questions/ask", ("text", "How do you begin?"), ("audience", "Facilitators"));
        await learners[8].PostAsync("/questions/ask", ("text", "Who has tried it on the phone?"), ("audience", "Everybody"));
        await teacher.GoAsync("/questions");
        await teacher.FollowNamedAsync("How do you begin?");
        await teacher.PressAsync("questions.answer", ("text", "With one question to one person."));
    }

    /// <summary>An exercise has come, the set-up has changed, a mark was refused and another changed by hand.</summary>
    private async Task AfterwardsAsync()
    {
        using var again = await Room.OpenAsync(Room.Teacher);
        await again.GoAsync("/setup");
        await again.PressAsync("setup.change");
        await again.FollowAsync("setup.part.all");
        await again.PressAsync("setup.save", ("grades.Maximum", "60"));
        Stage.World.Failures.Set(Service.Grades, Failure.ServerError);
        await Stage.SendAsync();
        Stage.World.Failures.Set(Service.Grades, Failure.None);
        using var later = await Room.OpenAsync(PersonOf(0));
        await later.GoAsync("/inbox");
    }

    private async Task KeepAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        var connection = Stage.Look(db => db.Database.GetConnectionString())!;
        await Stage.Tool.StopAsync();
        if (OnPostgres)
        {
            var server = new NpgsqlConnectionStringBuilder(connection);
            using var dump = Process.Start("pg_dump", [
                "--inserts", "--no-owner", "-h", server.Host!, "-p", $"{server.Port}", "-U", server.Username!, "-d", server.Database!,
                "-f", Path.Combine(folder, "postgres-1.sql")]);
            await dump.WaitForExitAsync();
            Assert.Equal(0, dump.ExitCode);
            return;
        }

        await using var db = TestDatabase.Open(new(connection, IsSqlite: true));
        var file = Path.Combine(folder, "sqlite-1.db");
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {file}");
    }
}
