using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Spine.Due;

/// <summary>
/// Claims what is due with a lease and settles it. Two nodes never hold the same item; one whose node died is free again when the lease
/// runs out.
/// </summary>
internal sealed class DueQueue(BuddyDbContext db, WriteGate gate, DatabaseAddress address, TimeProvider clock)
{
    /// <summary>How long a claimed item stays claimed: longer than the longest handling.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>What is due, the longest first: answered by the index on the time, so that nothing that lies ahead is looked at.</summary>
    internal const string Due =
        $$"""
          SELECT "{{nameof(DueItemRow.Id)}}" FROM {{Tables.DueItem}}
          WHERE "{{nameof(DueItemRow.DueAt)}}" <= {0}
            AND ("{{nameof(DueItemRow.LeasedUntil)}}" IS NULL OR "{{nameof(DueItemRow.LeasedUntil)}}" <= {0})
          ORDER BY "{{nameof(DueItemRow.DueAt)}}" LIMIT 100
          """;

    private const string Claim =
        $$"""
          UPDATE {{Tables.DueItem}} SET "{{nameof(DueItemRow.LeaseOwner)}}" = {1}, "{{nameof(DueItemRow.LeasedUntil)}}" = {2}
          WHERE "{{nameof(DueItemRow.Id)}}" IN (
          """ + Due;

    private const string OnSqlite = Claim + ") RETURNING *";

    private const string OnPostgres = Claim + " FOR UPDATE SKIP LOCKED) RETURNING *";

    /// <summary>Takes up to a hundred items that are due, the longest due first.</summary>
    public async Task<IReadOnlyList<DueItemRow>> ClaimAsync(string owner, CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        var now = clock.GetUtcNow();
        var claimed = await db.DueItems
            .FromSqlRaw(address.IsSqlite ? OnSqlite : OnPostgres, now.UtcDateTime, owner, (now + Lease).UtcDateTime)
            .AsNoTracking()
            .ToListAsync(ct);
        return [.. claimed.OrderBy(item => item.DueAt)];
    }

    /// <summary>Notes that an item was handled. One that was planned again meanwhile stays planned.</summary>
    /// <param name="item">As it was claimed.</param>
    /// <param name="again">When to look again, UTC, or null when it is settled.</param>
    /// <param name="ct">Stops.</param>
    public async Task SettleAsync(DueItemRow item, DateTimeOffset? again, CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        if (again is { } next)
        {
            await Held(item).Where(row => row.DueAt == item.DueAt).ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.DueAt, next)
                    .SetProperty(row => row.Attempts, 0)
                    .SetProperty(row => row.LastFault, (string?)null)
                    .SetProperty(row => row.LeaseOwner, (string?)null).SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null),
                ct);
        }
        else
        {
            await Held(item).Where(row => row.DueAt == item.DueAt).ExecuteDeleteAsync(ct);
        }

        await ReleaseAsync(item, ct);
    }

    /// <summary>Notes that handling failed: it is tried again later and later, and holds up nothing else.</summary>
    public async Task FailAsync(DueItemRow item, string fault, CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        var later = clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(3600, 5 * Math.Pow(2, Math.Min(item.Attempts, 10))));
        await Held(item).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.DueAt, later)
                .SetProperty(row => row.Attempts, item.Attempts + 1)
                .SetProperty(row => row.LastFault, fault)
                .SetProperty(row => row.LeaseOwner, (string?)null).SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null),
            ct);
    }

    private IQueryable<DueItemRow> Held(DueItemRow item) =>
        db.DueItems.Where(row => row.Id == item.Id && row.LeaseOwner == item.LeaseOwner);

    private Task<int> ReleaseAsync(DueItemRow item, CancellationToken ct) => Held(item).ExecuteUpdateAsync(
        set => set.SetProperty(row => row.LeaseOwner, (string?)null).SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null), ct);
}
