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

/// <summary>What has not left, by reason, with the button that sends all of one reason again.</summary>
[WithoutSession]
internal sealed class DeliveriesModel(
    BuddyDbContext db, WriteGate gate, OutboxSignal outbox, Lanes lanes, Localizer texts, TimeProvider clock)
    : PageModel
{
    /// <summary>So many different answers are told apart; the rest of them comes up as these are settled.</summary>
    private const int MostAnswers = 1000;

    /// <summary>Counts by destination and state.</summary>
    public IReadOnlyList<DeliveryCount> Counts { get; private set; } = [];

    /// <summary>Names of gradebooks, by destination.</summary>
    public IReadOnlyDictionary<string, string> Gradebooks { get; private set; } = new Dictionary<string, string>();

    /// <summary>What has not left: what is parked first, then the longest wait.</summary>
    public IReadOnlyList<DeliveryGroup> Groups { get; private set; } = [];

    /// <summary>How many are parked in all.</summary>
    public int Parked => Groups.Where(group => group.State == DeliveryState.Parked).Sum(group => group.Count);

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
        Groups = await GroupsAsync(ct);
    }

    /// <summary>A destination as people know it.</summary>
    /// <param name="destination">Which.</param>
    /// <param name="atStart">Whether a line begins with it.</param>
    public string NameOf(string destination, bool atStart = false) =>
        Gradebooks.TryGetValue(destination, out var school)
            ? texts.Plain(atStart ? "admin.gradebook-of#start" : "admin.gradebook-of", school)
        : destination == LrsDestinations.Embedded ? texts.Plain(atStart ? "admin.built-in-store#start" : "admin.built-in-store")
        : destination == MailDelivery.Destination ? texts.Plain("admin.mail")
        : destination;

    /// <summary>Until when this node leaves a destination alone, UTC, or null.</summary>
    public DateTimeOffset? PausedUntil(DeliveryKind kind, string destination) => lanes.Of(new LaneKey(kind, destination)).PausedUntil;

    /// <summary>Makes everything that one destination has not taken for one reason due now.</summary>
    public async Task<IActionResult> OnPostAgainAsync(
        DeliveryKind kind, string destination, DeliveryState state, DeliveryReason reason, CancellationToken ct)
    {
        if (state == DeliveryState.Sent)
        {
            return RedirectToPage();
        }

        var rows = db.Deliveries.Where(row => row.Kind == kind && row.Destination == destination && row.State == state);
        var answers = await rows.Select(row => row.LastAnswer).Distinct().Take(MostAnswers).ToListAsync(ct);
        var same = answers.Where(answer => DeliveryReasons.Of(answer) == reason).ToList();
        using (await gate.EnterAsync(ct))
        {
            var now = clock.GetUtcNow();
            await rows.Where(row => same.Contains(row.LastAnswer)).ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.State, DeliveryState.Waiting)
                    .SetProperty(row => row.Attempts, 0)
                    .SetProperty(row => row.NextAttemptAt, now),
                ct);
        }

        lanes.Of(new LaneKey(kind, destination)).Resume();
        outbox.Wake();
        return RedirectToPage();
    }

    private async Task<IReadOnlyList<DeliveryGroup>> GroupsAsync(CancellationToken ct)
    {
        var rows = await db.Deliveries
            .Where(row => row.State != DeliveryState.Sent)
            .GroupBy(row => new { row.Kind, row.Destination, row.State, row.LastAnswer })
            .Select(same => new
            {
                same.Key.Kind, same.Key.Destination, same.Key.State, same.Key.LastAnswer,
                Count = same.Count(), Oldest = same.Min(row => row.CreatedAt), Next = same.Min(row => row.NextAttemptAt),
            })
            .OrderByDescending(row => row.Count).Take(MostAnswers).ToListAsync(ct);
        return
        [
            .. rows.GroupBy(row => (row.Kind, row.Destination, row.State, Reason: DeliveryReasons.Of(row.LastAnswer)))
                .Select(same => new DeliveryGroup(
                    same.Key.Kind, same.Key.Destination, same.Key.State, same.Key.Reason, same.Sum(row => row.Count),
                    same.Min(row => row.Oldest), same.Min(row => row.Next),
                    [.. same.Select(row => row.LastAnswer).OfType<string>().Take(DeliveryGroup.MostWords)]))
                .OrderBy(group => group.State != DeliveryState.Parked).ThenBy(group => group.OldestAt),
        ];
    }
}

/// <summary>How many deliveries of a destination are in a state.</summary>
public sealed record DeliveryCount(DeliveryKind Kind, string Destination, DeliveryState State, int Count, DateTimeOffset OldestAt);

/// <summary>What one destination has not taken for one reason.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Destination">Where it should go.</param>
/// <param name="State">Whether it is tried again by itself.</param>
/// <param name="Reason">Why.</param>
/// <param name="Count">How many.</param>
/// <param name="OldestAt">Since when the oldest of them waits, UTC.</param>
/// <param name="NextAt">When the next of them is tried, UTC.</param>
/// <param name="Words">What the other side said, the most frequent first; a few of them.</param>
internal sealed record DeliveryGroup(
    DeliveryKind Kind, string Destination, DeliveryState State, DeliveryReason Reason, int Count, DateTimeOffset OldestAt,
    DateTimeOffset NextAt, IReadOnlyList<string> Words)
{
    /// <summary>More different words than these tell nobody more.</summary>
    public const int MostWords = 5;
}
