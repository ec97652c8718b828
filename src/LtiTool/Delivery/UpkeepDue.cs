using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Messages;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.LtiTool.Spine.Due;
using LearningBuddy.Shared.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>
/// Keeps the database small: what was sent long ago is emptied, for it holds the same personal data as the
/// statement; ended sessions are forgotten, addresses at which nobody said yes, and mails that nobody took out of the pickup folder.
/// </summary>
internal sealed class UpkeepDue(
    BuddyDbContext db, WriteGate gate, EndedSessions sessions, UnansweredAddresses addresses, IOptions<LearningBuddyOptions> options,
    TimeProvider clock) : IDueKind
{
    /// <summary>The one subject of this kind.</summary>
    public static readonly Guid Subject = new("3d1b0f0e-52f7-4b40-9d42-6f7d9d3a2c01");

    /// <summary>How often.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    /// <summary>So many rows are emptied in one turn, so that nobody waits long to write.</summary>
    private const int Chunk = 500;

    /// <summary>Plans the first turn where none is planned. Nodes that start together plan it once.</summary>
    public static async Task PlanAsync(BuddyDbContext db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.DueItems.AnyAsync(item => item.Kind == DueKind.Upkeep, ct))
        {
            return;
        }

        db.DueItems.Add(DueItemRow.Of(DueKind.Upkeep, Subject, clock.GetUtcNow() + Every));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            // Another node was faster.
        }
    }

    public async Task<DateTimeOffset?> HandleAsync(DueItemRow item, CancellationToken ct)
    {
        await PurgeAsync(ct);
        await sessions.ForgetAsync(ct);
        await addresses.ForgetAsync(ct);
        if (!options.Value.Mail.HasServer)
        {
            PickupFolder.Empty(PickupFolder.Of(options.Value), clock.GetUtcNow().AddDays(-options.Value.Delivery.KeepSentDays));
        }

        return clock.GetUtcNow() + Every;
    }

    /// <summary>Empties payloads that were sent longer ago than the settings keep them. Id, time and answer stay.</summary>
    /// <returns>How many were emptied.</returns>
    public async Task<int> PurgeAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow().AddDays(-options.Value.Delivery.KeepSentDays);
        var emptied = 0;
        while (await PurgeAsync(before, ct) is var some and > 0)
        {
            emptied += some;
        }

        return emptied;
    }

    /// <summary>The next ones to be emptied: found in an index of their own, however many were sent in a year.</summary>
    internal static IQueryable<Guid> Old(BuddyDbContext db, DateTimeOffset before) => db.Deliveries
        .Where(row => row.State == DeliveryState.Sent && row.SettledAt < before && !row.IsEmptied)
        .OrderBy(row => row.SettledAt).Select(row => row.Id).Take(Chunk);

    private async Task<int> PurgeAsync(DateTimeOffset before, CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        var old = Old(db, before);
        return await db.Deliveries.Where(row => old.Contains(row.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Payload, Array.Empty<byte>()).SetProperty(row => row.IsEmptied, true), ct);
    }
}
