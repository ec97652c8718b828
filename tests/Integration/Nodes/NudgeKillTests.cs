using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.People;
using LearningBuddy.Tests.Integration.Fuzz.Kit;
using LearningBuddy.Tests.Integration.Journey.Kit;
using LearningBuddy.Tests.Integration.Messages;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LearningBuddy.Tests.Integration.Nodes;

/// <summary>On SQLite.</summary>
public sealed class NudgeKillOnSqliteTests() : NudgeKillTests(onPostgres: false);

/// <summary>On PostgreSQL.</summary>
public sealed class NudgeKillOnPostgresTests() : NudgeKillTests(onPostgres: true);

/// <summary>
/// The tool as a real process that is killed again and again between claiming exercises that are due and sending them, by mail too: each
/// comes once, none is lost, and a mail that comes again is the same mail.
/// </summary>
[Trait("Part", "Long")]
public abstract class NudgeKillTests(bool onPostgres)
{
    private const int Learners = 300;
    private const int Kills = 8;

    /// <summary>Mails are waited for in so many parts, a minute each at most.</summary>
    private const int Parts = 5;

    private const string Lms = "https://lms.example";

    [Fact]
    public async Task What_was_claimed_when_the_tool_died_comes_once()
    {
        var stop = TestContext.Current.CancellationToken;
        var chance = new Random((int)(FuzzSeed.Value % int.MaxValue));
        await using var server = await MailServer.StartAsync();
        await using var database = await TestDatabase.CopyAsync(onPostgres);
        await using (var db = database.Open())
        {
            await FillAsync(db);
        }

        var (claimed, leased) = (0, 0);
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var node = await StartAsync(database, server);
            var goal = (Learners * kill / (Kills + 1)) + chance.Next(Learners / (Kills + 1));
            await Soon.IsAsync(async () => await SentAsync(database) >= goal, () => $"seed {FuzzSeed.Value}, kill {kill}: nothing comes.");
            await node.KillAsync();
            await using var db = database.Open();
            var free = TimeProvider.System.GetUtcNow().AddSeconds(-1);
            claimed += await db.DueItems.Where(row => row.LeaseOwner != null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, free), stop);
            leased += await db.Deliveries.Where(row => row.LeaseOwner != null && row.State == DeliveryState.Waiting)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, free), stop);
        }

        using var last = await StartAsync(database, server);
        await Soon.IsAsync(async () => await SentAsync(database) == Learners, () => $"seed {FuzzSeed.Value}: not all are sent.");
        for (var part = 1; part <= Parts; part++)
        {
            await Soon.IsAsync(
                () => Task.FromResult(Readers(server) >= Learners * part / Parts),
                () => $"seed {FuzzSeed.Value}: {Readers(server)} of {Learners} mails came. {Waiting(database)}");
        }

        await using var look = database.Open();
        var sent = await look.Events.Where(row => row.Name == "nudge.sent").Select(row => row.ParticipationId).ToListAsync(stop);
        Assert.Distinct(sent);
        Assert.Equal(Learners, sent.Count);
        Assert.Equal(0, await look.DueItems.CountAsync(row => row.Kind == DueKind.Nudge, stop));
        Assert.Equal(Learners, await look.Messages.CountAsync(row => row.Kind == MessageName.ExerciseCame, stop));
        var statements = await look.Deliveries.Where(row => row.Kind == DeliveryKind.Statement).Select(row => row.DedupeKey).ToListAsync(stop);
        Assert.Distinct(statements);
        var again = server.Received.GroupBy(To).Where(same => same.Count() > 1).ToList();
        Assert.All(again, same => Assert.Single(same.DistinctBy(mail => mail.MessageId)));
        TestContext.Current.SendDiagnosticMessage(
            $"{Learners} exercises over {Kills} kills: {claimed} claimed and {leased} deliveries under way when the tool died, {sent.Count} sent once, "
            + $"{server.Received.Count} mails, {again.Count} of them twice under one Message-ID");
    }

    private static int Readers(MailServer server) => server.Received.Select(To).Distinct().Count();

    private static string Waiting(TestDatabase database)
    {
        using var db = database.Open();
        var rows = db.Deliveries.Where(row => row.Kind == DeliveryKind.Mail).ToList();
        return string.Join("; ", rows.GroupBy(row => (row.State, row.Attempts, row.LastAnswer)).Select(same => $"{same.Key}: {same.Count()}"))
            + $"; {db.DueItems.Count()} due, {db.Messages.Count(row => row.SentAt == null)} not on their way";
    }

    private static string To(MimeKit.MimeMessage mail) => mail.To.Mailboxes.Single().Address;

    private static async Task<int> SentAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.Events.CountAsync(row => row.Name == "nudge.sent");
    }

    private static Task<Node> StartAsync(TestDatabase database, MailServer server) => Node.StartAsync(new Dictionary<string, string>
    {
        ["ConnectionStrings__Database"] = database.ConnectionString,
        ["LearningBuddy__DataDirectory"] = database.Folder,
        ["LearningBuddy__AllowInsecureHttp"] = "true",
        ["LearningBuddy__Admin__Token"] = "integration-tests-only",
        ["LearningBuddy__Mail__From"] = "buddy@school.example",
        ["LearningBuddy__Mail__Smtp__Host"] = "localhost",
        ["LearningBuddy__Mail__Smtp__Port"] = $"{server.Port}",
        ["LearningBuddy__Mail__Smtp__Security"] = "None",
        ["Logging__LogLevel__Default"] = "Warning",
    });

    /// <summary>Learners with an address, no quiet hour and an exercise that has just become due.</summary>
    private static async Task FillAsync(BuddyDbContext db)
    {
        var now = TimeProvider.System.GetUtcNow();
        var platform = new PlatformRow
        {
            Id = Guid.CreateVersion7(), Issuer = Lms, ClientId = "kill", Name = "School", RegisteredAt = now, Status = PlatformStatus.Active,
            HomePages = Lms, AuthorizationEndpoint = Lms, TokenEndpoint = Lms, JwksUri = Lms,
        };
        var course = new Course(Guid.CreateVersion7(), platform.Id, "1", "kill");
        var design = new Design(Guid.CreateVersion7(), platform.Id, "kill", now);
        var version = design.Publish(Content, Guid.Empty, now);
        var journey = new LearningBuddy.Shared.Journeys.Journey(Guid.CreateVersion7(), course.Id, "link", now);
        journey.Follow(version);
        db.AddRange(platform, course, design, version, journey);
        for (var number = 0; number < Learners; number++)
        {
            Learner(db, journey.Id, course, number, now);
        }

        await db.SaveChangesAsync();
    }

    private static JourneyDesign Content => new()
    {
        TemplateId = "kill",
        Title = "Killed",
        Behaviours = [new Behaviour("one", "do one thing")],
        Sections = DesignSections.Of(
            [new EvidenceSection(), new NudgesSection { Days = [1], Exercises = [new("e", "Do it.", "one"), new("f", "Do it again.", "one")] }]),
    };

    private static void Learner(BuddyDbContext db, Guid journeyId, Course course, int number, DateTimeOffset now)
    {
        var person = new Person(Guid.CreateVersion7()) { Name = $"Learner {number:000}" };
        var participation = new Participation(Guid.CreateVersion7(), journeyId, person.Id, now);
        var preferences = new MessagePreferences(person.Id);
        preferences.Keep(new(new(0, 0), new(0, 0), Weekdays.None), "Etc/UTC");
        db.AddRange(
            person, participation, preferences, new Enrolment(course.Id, person.Id, EnrolmentRole.Learner),
            Account.AtPlatform(Guid.CreateVersion7(), person.Id, course.PlatformId, $"{number}"),
            Account.ByEmail(Guid.CreateVersion7(), person.Id, $"learner{number}@home.example", now));
        var plan = new NudgePlan(Guid.CreateVersion7(), now.AddDays(-1), IsHeldOut: false);
        var due = new NudgeRef(NudgePlanner.IdOf(plan, 1), "e", "one", NudgeChannel.Inbox, 1, 1);
        JourneyEvent[] history =
        [
            new JourneyStarted(), new NudgePlanBegun(plan.Id, plan.From, plan.IsHeldOut),
            new NudgeScheduled(due, now.AddMinutes(-1), plan.Id, plan.From) { Day = 1 },
        ];
        foreach (var what in history)
        {
            db.Add(JourneyEventRow.From(
                new(Guid.CreateVersion7(), journeyId, participation.Id, person.Id, person.Id, now.AddDays(-1), what) { DesignNumber = 1 }));
        }

        db.Add(DueItemRow.Of(DueKind.Nudge, due.Id, now.AddMinutes(-1), participation.Id));
    }
}
