using System.Globalization;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Startup;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningBuddy.Tests.Benchmarks.Due;

/// <summary>
/// How fast, and in how much memory, the exercises drain that came due among ten times as many that are planned: each learner has a plan of
/// ten, of which one is due. Each goes through worker, kind, rules and writer, and leaves its event and its statement.
/// </summary>
internal static class NudgesBenchmark
{
    private const int Planned = 10;
    private const int Chunk = 2000;

    /// <summary><c>nudges COUNT [CONNECTION-STRING]</c>: an SQLite file of its own, unless a database is named.</summary>
    public static async Task RunAsync(string[] args)
    {
        var count = int.Parse(args[0], CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("nudges-").FullName;
        try
        {
            var settings = DueBenchmark.Settings(folder, args.ElementAtOrDefault(1));
            await using var tool = await LearningBuddyApp.BuildAsync([], builder => builder.Configuration.AddInMemoryCollection(settings));
            await FillAsync(tool, count);
            Console.WriteLine($"{count} due of {count * Planned} planned");
            await DueBenchmark.DrainAsync(tool, count);
            await using var scope = tool.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
            Console.WriteLine(
                $"{await db.Events.CountAsync(row => row.Name == "nudge.sent")} sent, {await db.DueItems.CountAsync()} still planned");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FillAsync(WebApplication tool, int count)
    {
        // Ten on a weekday: no quiet hour holds anything back.
        var now = DateTimeOffset.UtcNow;
        Guid journeyId;
        await using (var scope = tool.Services.CreateAsyncScope())
        {
            journeyId = await JourneySeed.JourneyAsync(scope.ServiceProvider.GetRequiredService<BuddyDbContext>(), AnyHour);
        }

        for (var from = 0; from < count; from += Chunk)
        {
            await using var scope = tool.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            var course = await db.Courses.SingleAsync();
            for (var number = from; number < Math.Min(count, from + Chunk); number++)
            {
                Learner(db, journeyId, course, number, now);
            }

            await db.SaveChangesAsync();
        }
    }

    private static JourneyDesign AnyHour(JourneyDesign design) => design with
    {
        Sections = design.Sections.With(new NudgesSection { HoldOutPercent = 0, Exercises = [new("e", "Do it.", "one"), new("f", "Do it again.", "one")] }),
    };

    private static void Learner(BuddyDbContext db, Guid journeyId, Course course, int number, DateTimeOffset now)
    {
        var person = new Person(Guid.CreateVersion7()) { Name = $"Learner {number:000000}" };
        var participation = new Participation(Guid.CreateVersion7(), journeyId, person.Id, now);
        var preferences = new LearningBuddy.Shared.Messages.MessagePreferences(person.Id);
        preferences.Keep(new(new(0, 0), new(0, 0), LearningBuddy.Shared.Messages.Weekdays.None), "Etc/UTC");
        db.AddRange(
            person, participation, preferences, new Enrolment(course.Id, person.Id, EnrolmentRole.Learner),
            Account.AtPlatform(Guid.CreateVersion7(), person.Id, course.PlatformId, $"{number}"));
        var plan = new NudgePlan(Guid.CreateVersion7(), now.AddDays(-1), IsHeldOut: false);
        var due = new NudgeRef(NudgePlanner.IdOf(plan, 1), "e", "one", NudgeChannel.Inbox, 1, Planned);
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

        for (var day = 1; day <= Planned; day++)
        {
            db.Add(DueItemRow.Of(DueKind.Nudge, NudgePlanner.IdOf(plan, day), day == 1 ? now.AddMinutes(-1) : now.AddDays(day), participation.Id));
        }
    }
}
