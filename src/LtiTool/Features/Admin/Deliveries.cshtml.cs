using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.LtiTool.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Admin;

/// <summary>What waits to leave and what was parked, with the reason and the button to send it again.</summary>
[WithoutSession]
internal sealed class DeliveriesModel(
    BuddyDbContext db, WriteGate gate, OutboxSignal outbox, Lanes lanes, Localizer texts, TimeProvider clock)
    : PageModel
{
    /// <summary>Counts by destination and state.</summary>
    public IReadOnlyList<DeliveryCount> Counts { get; private set; } = [];

    /// <summary>Names of gradebooks, by destination.</summary>
    public IReadOnlyDictionary<string, string> Gradebooks { get; private set; } = new Dictionary<string, string>();

    /// <summary>Parked ones, oldest first.</summary>
    public IReadOnlyList<DeliveryRow> Parked { get; private set; } = [];

    /// <summary>Waiting ones, the next to be tried first.</summary>
    public IReadOnlyList<DeliveryRow> Waiting { get; private set; } = [];

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var counts = await db.Deliveries
            .GroupBy(row => new { row.Kind, row.Destination, row.State })
            .Select(group => new
            {
                group.Key.Kind, group.Key.Destination, group.Key.State,
                Count = group.Count(), Oldest = group.Min(row => row.CreatedAt),
            })
            .ToListAsync(ct);
        Counts = [.. counts
            .Select(row => new DeliveryCount(row.Kind, row.Destination, row.State, row.Count, row.Oldest))
            .OrderBy(row => row.Destination).ThenBy(row => row.State)];
        Gradebooks = await db.Platforms.AsNoTracking().Take(500)
            .ToDictionaryAsync(row => row.Id.ToString("N"), row => row.Name.Length > 0 ? row.Name : row.Issuer, ct);
        Parked = await db.Deliveries.AsNoTracking()
            .Where(row => row.State == DeliveryState.Parked)
            .OrderBy(row => row.CreatedAt).Take(100).ToListAsync(ct);
        Waiting = await db.Deliveries.AsNoTracking()
            .Where(row => row.State == DeliveryState.Waiting)
            .OrderBy(row => row.NextAttemptAt).Take(50).ToListAsync(ct);
    }

    /// <summary>A destination as people know it.</summary>
    public string NameOf(string destination) =>
        Gradebooks.TryGetValue(destination, out var school) ? texts.Plain("admin.gradebook-of", school) : destination;

    /// <summary>Until when this node leaves a destination alone, UTC, or null.</summary>
    public DateTimeOffset? PausedUntil(DeliveryKind kind, string destination) => lanes.Of(new LaneKey(kind, destination)).PausedUntil;

    /// <summary>Makes one due now.</summary>
    public async Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken ct)
    {
        var rows = db.Deliveries.Where(row => row.Id == id && row.State != DeliveryState.Sent);
        return await rows.Select(row => row.Destination).SingleOrDefaultAsync(ct) is { } destination
            ? await AgainAsync(rows, destination, ct)
            : RedirectToPage();
    }

    /// <summary>Makes everything that was parked or waits for a destination due now.</summary>
    public Task<IActionResult> OnPostAllAsync(string destination, CancellationToken ct) =>
        AgainAsync(db.Deliveries.Where(row => row.Destination == destination && row.State != DeliveryState.Sent), destination, ct);

    private async Task<IActionResult> AgainAsync(IQueryable<DeliveryRow> rows, string destination, CancellationToken ct)
    {
        using (await gate.EnterAsync(ct))
        {
            var now = clock.GetUtcNow();
            await rows.ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.State, DeliveryState.Waiting)
                    .SetProperty(row => row.Attempts, 0)
                    .SetProperty(row => row.NextAttemptAt, now),
                ct);
        }

        foreach (var kind in Enum.GetValues<DeliveryKind>())
        {
            lanes.Of(new LaneKey(kind, destination)).Resume();
        }

        outbox.Wake();
        return RedirectToPage();
    }
}

/// <summary>How many deliveries of a destination are in a state.</summary>
public sealed record DeliveryCount(DeliveryKind Kind, string Destination, DeliveryState State, int Count, DateTimeOffset OldestAt);
