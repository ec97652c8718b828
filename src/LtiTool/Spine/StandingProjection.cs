using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Spine;

/// <summary>Keeps how far each learner is with each behaviour. Adds in the database, since two reviews may end at once.</summary>
internal sealed class StandingProjection : IProjection
{
    private const int Chunk = 500;
    private static readonly Guid Rebuilding = new("8f0c5f0e-7a51-4a0a-9c0b-0d6f5a1c7e03");
    private static readonly string[] Types = [nameof(JourneyEvent.EvidenceSubmitted), nameof(JourneyEvent.EvidenceConfirmed), nameof(JourneyEvent.EvidenceReturned)];

    public async Task ProjectAsync(BuddyDbContext db, IReadOnlyList<RecordedEvent> events, CancellationToken ct)
    {
        foreach (var recorded in events)
        {
            await (recorded.What switch
            {
                JourneyEvent.EvidenceSubmitted submitted => AddAsync(db, recorded, submitted.Evidence, 1, null, ct),
                JourneyEvent.EvidenceConfirmed confirmed => AddAsync(db, recorded, confirmed.Evidence, -1, recorded.OccurredAt.UtcDateTime, ct),
                JourneyEvent.EvidenceReturned returned => AddAsync(db, recorded, returned.Evidence, -1, null, ct),
                _ => Task.CompletedTask,
            });
        }
    }

    /// <summary>Fills an empty table from the history: after an upgrade, or to be sure.</summary>
    public async Task FillAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!scope.ServiceProvider.GetRequiredService<DatabaseAddress>().IsSqlite)
        {
            await Locks.TakeAsync(db, Rebuilding, ct);
        }

        var last = await db.BehaviourStandings.AnyAsync(ct) ? long.MaxValue : 0L;
        while (await db.Events.AsNoTracking().Where(row => row.Sequence > last && Types.Contains(row.Type)).OrderBy(row => row.Sequence).Take(Chunk).ToListAsync(ct) is { Count: > 0 } rows)
        {
            await ProjectAsync(db, rows.ConvertAll(row => row.ToEvent()), ct);
            last = rows[^1].Sequence;
        }

        await transaction.CommitAsync(ct);
    }

    private static async Task AddAsync(BuddyDbContext db, RecordedEvent recorded, EvidenceRef evidence, int waiting, DateTime? confirmedAt, CancellationToken ct)
    {
        foreach (var behaviour in evidence.Behaviours)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO behaviour_standing AS known ("ParticipationId", "BehaviourId", "JourneyId", "Waiting", "ConfirmedAt")
                VALUES ({recorded.ParticipationId}, {behaviour.Id}, {recorded.JourneyId}, {Math.Max(waiting, 0)}, {confirmedAt})
                ON CONFLICT ("ParticipationId", "BehaviourId") DO UPDATE SET
                  "Waiting" = CASE WHEN known."Waiting" + {waiting} < 0 THEN 0 ELSE known."Waiting" + {waiting} END,
                  "ConfirmedAt" = COALESCE(known."ConfirmedAt", excluded."ConfirmedAt")
                """,
                ct);
        }
    }
}
