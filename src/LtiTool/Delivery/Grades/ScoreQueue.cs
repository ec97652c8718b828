using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>The outbox row of a learner's score: there is one, and it is due again whenever what is desired changes.</summary>
internal static class ScoreQueue
{
    /// <summary>The key of the one row.</summary>
    public static string KeyOf(Guid participationId) => $"score:{participationId:N}";

    /// <summary>Makes the score due now. The caller saves.</summary>
    public static async Task AddAsync(
        BuddyDbContext db, GradePosting posting, Guid platformId, Guid eventId, DateTimeOffset now, CancellationToken ct)
    {
        var key = KeyOf(posting.ParticipationId);
        var row = await db.Deliveries.FirstOrDefaultAsync(delivery => delivery.DedupeKey == key, ct);
        Add(db, row, posting, platformId, eventId, now);
    }

    /// <summary>The same where its row was read before; null when there is none.</summary>
    public static void Add(BuddyDbContext db, DeliveryRow? row, GradePosting posting, Guid platformId, Guid eventId, DateTimeOffset now)
    {
        if (row is null)
        {
            row = new DeliveryRow
            {
                Id = Guid.CreateVersion7(now),
                Kind = DeliveryKind.Score,
                Destination = platformId.ToString("N"),
                DedupeKey = KeyOf(posting.ParticipationId),
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
}
