using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.XApi.Lrs;
using LearningBuddy.XApi.Lrs.Storage;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>
/// Queues what other systems sent to the embedded record store for the stores that are to have it too. The tool's own statements are not
/// its business: they go to each store in that store's own form.
/// </summary>
internal sealed class StatementForwarding(
    BuddyDbContext db, JourneyWriter writer, EmbeddedLrs embedded, ForwardingShares shares, OutboxSignal outbox)
{
    /// <summary>So many wait for a store at most before reading on: a store that is down fills no disk.</summary>
    public const int MostWaiting = 2000;

    private const int Chunk = 200;

    /// <summary>Queues everything that is new.</summary>
    /// <returns>How many statements were queued.</returns>
    public async Task<int> QueueAsync(CancellationToken ct)
    {
        var queued = 0;
        foreach (var share in shares.All)
        {
            while (await HasRoomAsync(share.Destination, ct) && await NextAsync(share, ct) is { Count: > 0 } statements)
            {
                queued += await QueueAsync(share, statements, ct);
            }
        }

        if (queued > 0)
        {
            outbox.Wake();
        }

        return queued;
    }

    private async Task<bool> HasRoomAsync(string destination, CancellationToken ct) => await db.Deliveries
        .Where(row => row.State == DeliveryState.Waiting && row.Kind == DeliveryKind.Statement && row.Destination == destination)
        .CountAsync(ct) < MostWaiting;

    private async Task<IReadOnlyList<StoredStatement>> NextAsync(ForwardingShare share, CancellationToken ct)
    {
        var cursor = await db.StatementCursors.ReadAsync(share.Cursor, ct);
        var page = await embedded.QueryAsync(share.Question with { Ascending = true, Limit = Chunk, Cursor = cursor?.Sequence ?? 0 }, ct);
        return page.Statements;
    }

    /// <summary>Two nodes that read the same page queue it one after the other.</summary>
    private Task<int> QueueAsync(ForwardingShare share, IReadOnlyList<StoredStatement> statements, CancellationToken ct) =>
        writer.ChangeAsync(
            Subjects.Work("forwarding"),
            Actor.Tool,
            async change =>
            {
                var known = await KnownAsync(share, statements, ct);
                var fresh = statements
                    .Where(statement => !known.Contains(Key(statement, LrsDestinations.Embedded))
                        && !known.Contains(Key(statement, share.Destination)))
                    .Select((statement, place) => Delivery(statement, share.Destination, change.Now.AddMicroseconds(place)))
                    .ToList();
                db.Deliveries.AddRange(fresh);
                var cursor = await db.StatementCursors.ToMoveAsync(share.Cursor, ct);
                cursor.Sequence = Math.Max(cursor.Sequence, statements[^1].Sequence);
                return fresh.Count;
            },
            ct);

    /// <summary>
    /// Keys that the outbox has seen: of our own statements, whichever store they went to, and of those forwarded before.
    /// </summary>
    private async Task<HashSet<string>> KnownAsync(ForwardingShare share, IReadOnlyList<StoredStatement> statements, CancellationToken ct)
    {
        List<string> keys =
            [.. statements.SelectMany(statement => new[] { Key(statement, LrsDestinations.Embedded), Key(statement, share.Destination) })];
        return [.. await db.Deliveries.Where(row => keys.Contains(row.DedupeKey)).Select(row => row.DedupeKey).ToListAsync(ct)];
    }

    /// <summary>A microsecond apart, so that they go in the order of the store: an answer doesn't overtake what it answers.</summary>
    private static DeliveryRow Delivery(StoredStatement statement, string destination, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        Kind = DeliveryKind.Statement,
        Destination = destination,
        DedupeKey = Key(statement, destination),
        Payload = ForwardedStatement.Of(statement.Payload),
        NextAttemptAt = at,
        CreatedAt = at,
    };

    private static string Key(StoredStatement statement, string destination) => DeliveryRow.StatementKey(statement.Id, destination);
}
