using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>The outbox row of a learner's score: there is one, and it is due again whenever what is desired changes.</summary>
internal static class ScoreQueue
{
    /// <summary>Makes the score due now. The caller saves.</summary>
    public static async Task AddAsync(BuddyDbContext db, GradePosting posting, Guid eventId, DateTimeOffset now, CancellationToken ct)
    {
        var key = $"score:{posting.ParticipationId:N}";
        var row = await db.Deliveries.FirstOrDefaultAsync(delivery => delivery.DedupeKey == key, ct);
        if (row is null)
        {
            row = new DeliveryRow
            {
                Id = Guid.CreateVersion7(now),
                Kind = DeliveryKind.Score,
                Destination = (await PlatformAsync(db, posting.JourneyId, ct)).ToString("N"),
                DedupeKey = key,
                SubjectId = posting.ParticipationId,
                CreatedAt = now,
            };
            db.Deliveries.Add(row);
        }

        row.EventId = eventId;
        row.State = DeliveryState.Waiting;
        row.Attempts = 0;
        row.NextAttemptAt = now;
        row.SettledAt = null;
    }

    private static Task<Guid> PlatformAsync(BuddyDbContext db, Guid journeyId, CancellationToken ct) => (
        from journey in db.Journeys
        join course in db.Courses on journey.CourseId equals course.Id
        where journey.Id == journeyId
        select course.PlatformId).SingleAsync(ct);
}
