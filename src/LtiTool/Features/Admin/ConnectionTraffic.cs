using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Admin;

/// <summary>What real traffic left behind that tells whether a platform's connection works.</summary>
/// <param name="Platform">The registration, with its last launch and its last refusal.</param>
/// <param name="LinkedAt">When content was last chosen for a course, UTC, as long as that session is known; null for never.</param>
/// <param name="HasLinks">Whether some activity shows content that was chosen.</param>
/// <param name="ReviewedAt">When somebody last came from the gradebook to a learner's work, UTC, likewise.</param>
/// <param name="RosterReadAt">When a course's people were last read, UTC, or null.</param>
/// <param name="RosterFault">Why some course's people could not be read since, or null.</param>
/// <param name="ScoreSentAt">When a score was last taken, UTC, or null.</param>
/// <param name="ScoresParked">Scores that no longer try to leave by themselves.</param>
/// <param name="ScoreWords">What the platform said to the newest of them, or null.</param>
/// <param name="Sessions">Open sessions.</param>
/// <param name="Cookies">How many of them have a cookie.</param>
internal sealed record ConnectionTraffic(
    PlatformRow Platform, DateTimeOffset? LinkedAt, bool HasLinks, DateTimeOffset? ReviewedAt, DateTimeOffset? RosterReadAt,
    RosterFault? RosterFault, DateTimeOffset? ScoreSentAt, int ScoresParked, string? ScoreWords, int Sessions, int Cookies)
{
    /// <summary>Reads it; null when there is no such registration.</summary>
    public static async Task<ConnectionTraffic?> ReadAsync(BuddyDbContext db, Guid platformId, CancellationToken ct)
    {
        if (await db.Platforms.AsNoTracking().SingleOrDefaultAsync(row => row.Id == platformId, ct) is not { } platform)
        {
            return null;
        }

        var sessions = db.Sessions.Where(row => row.PlatformId == platformId);
        var courses = db.Courses.Where(row => row.PlatformId == platformId);
        var destination = platformId.ToString("N");
        var parked = db.Deliveries.Where(row =>
            row.Kind == DeliveryKind.Score && row.Destination == destination && row.State == DeliveryState.Parked);
        return new(
            platform,
            await LastAsync(sessions, LtiMessageType.DeepLinking, ct),
            await db.Journeys.AnyAsync(row => row.LinkedDesignId != null && courses.Any(course => course.Id == row.CourseId), ct),
            await LastAsync(sessions, LtiMessageType.SubmissionReview, ct),
            await courses.MaxAsync(row => row.RosterReadAt, ct),
            await courses.Where(row => row.RosterFault != null).Select(row => row.RosterFault).FirstOrDefaultAsync(ct),
            await db.GradePostings
                .Where(row => db.Journeys.Any(
                    journey => journey.Id == row.JourneyId && courses.Any(course => course.Id == journey.CourseId)))
                .MaxAsync(row => row.SentAt, ct),
            await parked.CountAsync(ct),
            await parked.OrderByDescending(row => row.SettledAt).Select(row => row.LastAnswer).FirstOrDefaultAsync(ct),
            await sessions.CountAsync(ct),
            await sessions.CountAsync(row => row.CookieHash != null, ct));
    }

    /// <summary>Addresses of some course that can be asked for its people, and of one that can be asked for its columns.</summary>
    public static async Task<(Uri? Memberships, Uri? Columns)> AddressesAsync(BuddyDbContext db, Guid platformId, CancellationToken ct)
    {
        var courses = db.Courses.Where(row => row.PlatformId == platformId);
        var memberships = await courses.Where(row => row.MembershipsUrl != null)
            .OrderByDescending(row => row.Id).Select(row => row.MembershipsUrl).FirstOrDefaultAsync(ct);
        var columns = await db.Journeys
            .Where(row => row.LineItemsUrl != null && courses.Any(course => course.Id == row.CourseId))
            .OrderByDescending(row => row.CreatedAt).Select(row => row.LineItemsUrl).FirstOrDefaultAsync(ct);
        return (Of(memberships), Of(columns));
    }

    private static Uri? Of(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : null;

    private static async Task<DateTimeOffset?> LastAsync(IQueryable<SessionRow> sessions, LtiMessageType purpose, CancellationToken ct) =>
        await sessions.Where(row => row.Purpose == purpose).MaxAsync(row => (DateTimeOffset?)row.OpenedAt, ct);
}
