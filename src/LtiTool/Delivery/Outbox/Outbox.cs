using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using Microsoft.EntityFrameworkCore;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>
/// Claims deliveries with a lease and settles them. Two nodes never hold the same row; a row whose node died is
/// free again when the lease runs out.
/// </summary>
internal sealed class Outbox(BuddyDbContext db, WriteGate gate, DatabaseAddress address, TimeProvider clock)
{
    /// <summary>How long a claimed row stays claimed: longer than the longest try.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>The queues in which something is due that nobody holds.</summary>
    public async Task<IReadOnlyList<LaneKey>> DueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.Deliveries
            .Where(row => row.State == DeliveryState.Waiting && row.NextAttemptAt <= now
                && (row.LeasedUntil == null || row.LeasedUntil <= now))
            .Select(row => new LaneKey(row.Kind, row.Destination))
            .Distinct()
            .ToListAsync(ct);
    }

    /// <summary>Takes up to <paramref name="most"/> rows of a queue that are due, oldest first.</summary>
    public async Task<IReadOnlyList<DeliveryRow>> ClaimAsync(string owner, LaneKey lane, int most, CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        var now = clock.GetUtcNow();
        var (at, until, waiting, kind, to) = (
            now.UtcDateTime, (now + Lease).UtcDateTime, nameof(DeliveryState.Waiting), lane.Kind.ToString(), lane.Destination);
        var left = lane.Kind == DeliveryKind.Score ? await LeftAsync(lane, now, ct) : [];
        var ids = address.IsSqlite
            ? await db.Database.SqlQuery<Guid>(
                $"""
                UPDATE delivery SET "LeaseOwner" = {owner}, "LeasedUntil" = {until}
                WHERE "Id" IN (SELECT "Id" FROM delivery
                  WHERE "State" = {waiting} AND "Kind" = {kind} AND "Destination" = {to} AND "NextAttemptAt" <= {at}
                  AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {at}) ORDER BY "NextAttemptAt", "Id" LIMIT {most})
                RETURNING "Id" AS "Value"
                """).ToListAsync(ct)
            : await db.Database.SqlQuery<Guid>(
                $"""
                UPDATE delivery SET "LeaseOwner" = {owner}, "LeasedUntil" = {until}
                WHERE "Id" IN (SELECT "Id" FROM delivery
                  WHERE "State" = {waiting} AND "Kind" = {kind} AND "Destination" = {to} AND "NextAttemptAt" <= {at}
                  AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {at}) ORDER BY "NextAttemptAt", "Id" LIMIT {most} FOR UPDATE SKIP LOCKED)
                RETURNING "Id" AS "Value"
                """).ToListAsync(ct);
        if (ids.Count == 0)
        {
            return [];
        }

        var rows = await db.Deliveries.AsNoTracking()
            .Where(row => ids.Contains(row.Id))
            .OrderBy(row => row.NextAttemptAt).ThenBy(row => row.Id).ToListAsync(ct);
        foreach (var row in rows.Where(row => left.Contains(row.Id)))
        {
            row.MayHaveArrived = true;
        }

        return rows;
    }

    /// <summary>
    /// Those whose worker went away in the middle of a try. A statement has an id and arrives once however often it is sent, so only scores
    /// are looked for.
    /// </summary>
    private Task<List<Guid>> LeftAsync(LaneKey lane, DateTimeOffset now, CancellationToken ct) => db.Deliveries
        .Where(row => row.State == DeliveryState.Waiting && row.Kind == lane.Kind && row.Destination == lane.Destination
            && row.NextAttemptAt <= now && row.LeasedUntil <= now)
        .Select(row => row.Id).ToListAsync(ct);

    /// <summary>Notes what became of claimed rows. A row that somebody else holds by now is left to them.</summary>
    public async Task SettleAsync(
        string owner, IDeliverySender sender, IReadOnlyList<DeliveryRow> rows, IReadOnlyDictionary<Guid, DeliveryOutcome> outcomes,
        CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var row in rows)
        {
            await SettleAsync(
                owner, sender, row, outcomes.GetValueOrDefault(row.Id) ?? new DeliveryOutcome.Again("No answer was noted."), ct);
        }

        await transaction.CommitAsync(ct);
    }

    private async Task SettleAsync(string owner, IDeliverySender sender, DeliveryRow row, DeliveryOutcome outcome, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var attempts = row.Attempts + (outcome is DeliveryOutcome.Held ? 0 : 1);
        var (state, answer, next) = outcome switch
        {
            DeliveryOutcome.Done done => (DeliveryState.Sent, done.Answer, now),
            DeliveryOutcome.Park park => (DeliveryState.Parked, park.Answer, now),
            DeliveryOutcome.Held held => (DeliveryState.Waiting, held.Answer, held.Until),
            DeliveryOutcome.Again again => Later(again.Answer, again.NotBefore, attempts, now),
            DeliveryOutcome.Unavailable unavailable => Later(unavailable.Answer, unavailable.NotBefore, attempts, now),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var kept = CleanText.Cut(CleanText.Of(answer), 500);
        DateTimeOffset? settled = state == DeliveryState.Waiting ? null : now;

        // A score that became newer while it was being sent is due again: its NextAttemptAt has moved.
        var settledRows = await db.Deliveries
            .Where(delivery => delivery.Id == row.Id && delivery.LeaseOwner == owner)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(
                        delivery => delivery.State, delivery => delivery.NextAttemptAt > row.NextAttemptAt ? DeliveryState.Waiting : state)
                    .SetProperty(
                        delivery => delivery.NextAttemptAt,
                        delivery => delivery.NextAttemptAt > row.NextAttemptAt ? delivery.NextAttemptAt : next)
                    .SetProperty(delivery => delivery.SettledAt, settled)
                    .SetProperty(delivery => delivery.Attempts, attempts)
                    .SetProperty(delivery => delivery.LastAnswer, kept)
                    .SetProperty(delivery => delivery.LeaseOwner, (string?)null)
                    .SetProperty(delivery => delivery.LeasedUntil, (DateTimeOffset?)null),
                ct);
        if (settledRows > 0 && state == DeliveryState.Parked)
        {
            await sender.GaveUpAsync(row, answer, ct);
        }
    }

    private static (DeliveryState State, string Answer, DateTimeOffset Next) Later(
        string answer, TimeSpan? notBefore, int attempts, DateTimeOffset now) =>
        attempts >= RetryPolicy.MostAttempts
            ? (DeliveryState.Parked, answer, now)
            : (DeliveryState.Waiting, answer, now + RetryPolicy.Pause(attempts, notBefore, Random.Shared.NextDouble()));
}
