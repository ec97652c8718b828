using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Startup;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace LearningBuddy.Tests.Integration.Data.First;

/// <summary>On SQLite.</summary>
public sealed class FirstDatabaseOnSqliteTests() : FirstDatabaseTests(onPostgres: false);

/// <summary>On PostgreSQL.</summary>
public sealed class FirstDatabaseOnPostgresTests() : FirstDatabaseTests(onPostgres: true);

/// <summary>A database as the first version left it is brought up to date, and everything in it is still true.</summary>
public abstract class FirstDatabaseTests(bool onPostgres)
{
    private static readonly string Kept = SolutionFolder.At("tests", "Integration", "Data", "First");

    /// <summary>Every state there was when it was kept.</summary>
    private static readonly HashSet<EvidenceState> StatesThen =
        [EvidenceState.Drafted, EvidenceState.Submitted, EvidenceState.Returned, EvidenceState.Confirmed];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_opens_and_every_figure_still_follows_from_its_history()
    {
        await using var database = await RestoreAsync();
        await using var tool = await StartAsync(database);
        await using var scope = tool.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();

        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Stop));
        Assert.Equal(12, await db.Participations.CountAsync(Stop));
        Assert.Equal(StatesThen, (await db.Evidence.Select(piece => piece.State).ToListAsync(Stop)).ToHashSet());
        foreach (var participation in await db.Participations.ToListAsync(Stop))
        {
            await FiguresAsync(db, participation.Id);
        }
    }

    private static async Task FiguresAsync(BuddyDbContext db, Guid participationId)
    {
        var rows = await db.Events.Where(row => row.ParticipationId == participationId).OrderBy(row => row.Sequence).ToListAsync(Stop);
        var progress = Progress.From(rows.Select(row => row.ToEvent()));
        Assert.DoesNotContain(rows, row => row.ToEvent().What is UnknownEvent);
        var journey = await db.Journeys.SingleAsync(Stop);
        var version = await db.DesignVersions.SingleAsync(one => one.DesignId == journey.DesignId && one.Number == journey.DesignNumber, Stop);
        foreach (var behaviour in version.Content.Behaviours)
        {
            var standing = BehaviourStanding.Of(progress, behaviour.Id);
            var row = await db.BehaviourStandings.SingleOrDefaultAsync(
                one => one.ParticipationId == participationId && one.BehaviourId == behaviour.Id, Stop);
            Assert.Equal((standing.Waiting.Count, standing.Confirmed.Count), (row?.Waiting ?? 0, row?.Confirmed ?? 0));
        }

        var posting = await db.GradePostings.SingleOrDefaultAsync(one => one.ParticipationId == participationId, Stop);
        Assert.Equal(LearningBuddy.Shared.Grades.Grade.Of(version.Content, progress)?.Given ?? 0, posting?.Given ?? 0, 3);
    }

    private async Task<TestDatabase> RestoreAsync()
    {
        var database = await TestDatabase.CreateAsync(onPostgres);
        if (!onPostgres)
        {
            File.Copy(Path.Combine(Kept, "sqlite-1.db"), Path.Combine(database.Folder, "tool.db"));
            return database;
        }

        var lines = await File.ReadAllLinesAsync(Path.Combine(Kept, "postgres-1.sql"), Stop);
        await using var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();

        // Lines with a backslash are for psql, which is not at hand here.
        command.CommandText = string.Join('\n', lines.Where(line => !line.StartsWith('\\')));
        await command.ExecuteNonQueryAsync(Stop);
        return database;
    }

    private static Task<Microsoft.AspNetCore.Builder.WebApplication> StartAsync(TestDatabase database) => LearningBuddyApp.BuildAsync(
        [$"--contentRoot={SolutionFolder.At("src", "LtiTool")}"],
        builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["LearningBuddy:PublicUrl"] = "http://localhost",
                ["LearningBuddy:DataDirectory"] = database.Folder,
                ["LearningBuddy:AllowInsecureHttp"] = "true",
                ["LearningBuddy:Admin:Token"] = "integration-tests-only",
                ["ConnectionStrings:Database"] = database.ConnectionString,
            });
            builder.Logging.SetMinimumLevel(LogLevel.Error);
        });
}
