using System.Diagnostics;
using System.Globalization;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Spine.Due;
using LearningBuddy.LtiTool.Startup;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.People;
using LearningBuddy.Tests.Benchmarks.Due;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningBuddy.Tests.Benchmarks.Messages;

/// <summary>
/// How fast, and in how much memory, many people are told what they missed: the messages of each are looked at by the real due worker, become one mail, and leave by the
/// real outbox into the pickup folder.
/// </summary>
internal static class MessagesBenchmark
{
    private const int Each = 5;
    private const int Chunk = 1000;

    private static readonly string[] Kinds =
        [MessageName.EvidenceReturned, MessageName.EvidenceConfirmed, MessageName.EvidenceAttested, MessageName.QuestionAnswered, MessageName.BuddyAccepted];

    /// <summary><c>messages PEOPLE [CONNECTION-STRING]</c>: an SQLite file of its own, unless a database is named.</summary>
    public static async Task RunAsync(string[] args)
    {
        var people = int.Parse(args[0], CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("messages-").FullName;
        try
        {
            var settings = DueBenchmark.Settings(folder, args.ElementAtOrDefault(1));
            await using var tool = await LearningBuddyApp.BuildAsync([], builder => builder.Configuration.AddInMemoryCollection(settings));
            await FillAsync(tool, people);
            await MeasureAsync("decided", people * Each, () => tool.Services.GetRequiredService<DueWorker>().DrainAsync(CancellationToken.None));
            await MeasureAsync("written and put", people, () => tool.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None));
            Console.WriteLine($"{Directory.EnumerateFiles(Path.Combine(folder, "mail"), "*.eml").Count()} mails in the folder");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FillAsync(WebApplication tool, int people)
    {
        await using (var scope = tool.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
            await JourneySeed.FillAsync(db, people);
            var nowhere = "https://lms.example/";
            await db.Platforms.ExecuteUpdateAsync(set => set
                .SetProperty(platform => platform.Status, PlatformStatus.Active)
                .SetProperty(platform => platform.AuthorizationEndpoint, nowhere)
                .SetProperty(platform => platform.TokenEndpoint, nowhere)
                .SetProperty(platform => platform.JwksUri, nowhere));
        }

        for (var from = 0; from < people; from += Chunk)
        {
            await using var scope = tool.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
            var journey = await db.Journeys.AsNoTracking().SingleAsync();
            var chunk = await db.Participations.AsNoTracking().OrderBy(own => own.Id).Skip(from).Take(Chunk).Select(own => new { own.Id, own.PersonId }).ToListAsync();
            var now = DateTimeOffset.UtcNow.AddMinutes(-10);
            foreach (var one in chunk)
            {
                var said = new MessagePreferences(one.PersonId);
                said.Keep(new QuietHours(new TimeOnly(8, 0), new TimeOnly(8, 0), Weekdays.None), timeZone: null);
                db.AddRange(
                    Account.ByEmail(Guid.CreateVersion7(), one.PersonId, $"{one.PersonId:N}@people.example", now),
                    new Enrolment(journey.CourseId, one.PersonId, EnrolmentRole.Learner),
                    said,
                    DueItemRow.Of(DueKind.Messages, one.PersonId, now));
                db.AddRange(Kinds.Select(kind => new MessageRow
                {
                    Id = Guid.CreateVersion7(), Kind = kind, PersonId = one.PersonId, JourneyId = journey.Id, ParticipationId = one.Id, SubjectId = one.Id,
                    CreatedAt = now, Pending = MessageChannels.Mail, IsInInbox = true,
                }));
            }

            await db.SaveChangesAsync();
        }
    }

    private static async Task MeasureAsync(string what, int count, Func<Task<int>> work)
    {
        var watch = Stopwatch.StartNew();
        var handled = await work();
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {count} ({handled} items) in {watch.Elapsed.TotalSeconds:0.0} s, {count / watch.Elapsed.TotalSeconds:0} a second, heap {GC.GetTotalMemory(forceFullCollection: false) >> 20} MiB, resident {self.WorkingSet64 >> 20} MiB"));
    }
}
