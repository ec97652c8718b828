using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>
/// Rebuilds statements from the history for a record store that was not there when they happened. Ids are the same as
/// ever, so that nothing counts twice.
/// </summary>
internal sealed class StatementReplay(
    BuddyDbContext db, JourneyWriter writer, LearnerReader learners, DesignLibrary designs, LrsDestinations destinations,
    StatementScenes scenes, OutboxSignal outbox)
{
    private const int Chunk = 200;

    /// <summary>Queues what happened on these days (UTC, both included).</summary>
    /// <returns>How many statements were queued: those that were never queued for this store before.</returns>
    public async Task<int> QueueAsync(string name, DateOnly from, DateOnly until, CancellationToken ct)
    {
        if (destinations.Find(name) is not { } destination)
        {
            return 0;
        }

        var (start, end) = (Start(from), Start(until.AddDays(1)));
        var (queued, last) = (0, 0L);
        while (true)
        {
            var rows = await db.Events.AsNoTracking()
                .Where(row => row.OccurredAt >= start && row.OccurredAt < end && row.Sequence > last)
                .OrderBy(row => row.Sequence).Take(Chunk).ToListAsync(ct);
            if (rows.Count == 0)
            {
                outbox.Wake();
                return queued;
            }

            last = rows[^1].Sequence;
            queued += await writer.ChangeAsync(Subjects.None, Actor.Tool, change => QueueAsync(rows, destination, change, ct), ct);
        }
    }

    private async Task<int> QueueAsync(List<JourneyEventRow> rows, LrsDestination destination, JourneyChange change, CancellationToken ct)
    {
        var deliveries = new List<DeliveryRow>();
        foreach (var same in rows.Where(row => destination.Takes(row.JourneyId)).GroupBy(row => (row.ParticipationId, row.DesignNumber)))
        {
            if (await learners.PlaceAsync(same.Key.ParticipationId, ct) is { } place)
            {
                var events = same.Select(row => row.ToEvent()).ToList();
                var design = await designs.GetAsync(db, place.Journey.DesignId!.Value, same.Key.DesignNumber, ct);
                var accounts = await AccountOfPerson.ReadAsync(db, place.Platform.Id, ChangeContext.PeopleOf(events), ct);
                var scene = await scenes.OfAsync(place, design, accounts, events, ct);
                deliveries.AddRange(StatementProjection.Deliveries(events, scene, destination, change.Now));
            }
        }

        var keys = deliveries.ConvertAll(delivery => delivery.DedupeKey);
        var known = await db.Deliveries.Where(row => keys.Contains(row.DedupeKey)).Select(row => row.DedupeKey).ToHashSetAsync(ct);
        var fresh = deliveries.FindAll(delivery => !known.Contains(delivery.DedupeKey));
        db.Deliveries.AddRange(fresh);
        return fresh.Count;
    }

    private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
