using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Reads rosters that nobody asked for in a day, so that who left, and who is back, is known before a score is sent.</summary>
internal sealed class DailyRosters(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DailyRosters> logger)
    : PeriodicWorker(TimeSpan.FromMinutes(30), logger)
{
    private const int MostInOneRound = 50;
    private static readonly TimeSpan Stale = TimeSpan.FromDays(1);

    /// <summary>Reads the rosters that are stale by now, the longest unread first.</summary>
    /// <returns>How many courses were looked at.</returns>
    public async Task<int> RefreshAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        var before = clock.GetUtcNow() - Stale;
        var courses = await db.Courses
            .Where(course => course.MembershipsUrl != null && (course.RosterReadAt == null || course.RosterReadAt < before)
                && db.Journeys.Any(journey => journey.CourseId == course.Id && db.Participations.Any(participation => participation.JourneyId == journey.Id)))
            .OrderBy(course => course.RosterReadAt)
            .Take(MostInOneRound)
            .Select(course => course.Id)
            .ToListAsync(ct);
        var sync = scope.ServiceProvider.GetRequiredService<RosterSync>();
        foreach (var course in courses)
        {
            await sync.RefreshAsync(course, ct);
        }

        await scope.ServiceProvider.GetRequiredService<ReturnedLearners>().QueueAsync(ct);
        return courses.Count;
    }

    /// <inheritdoc />
    protected override Task RoundAsync(CancellationToken ct) => RefreshAsync(ct);
}
