using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Spine.Due;

/// <summary>Keeps what becomes due.</summary>
internal static class DuePlan
{
    /// <summary>Adds items, or moves those that are planned already. The caller saves.</summary>
    public static async Task KeepAsync(BuddyDbContext db, IReadOnlyCollection<PlannedItem> items, CancellationToken ct)
    {
        db.DueItems.AddRange(items.Where(item => item.IsNew).Select(item => item.Row));
        await KeepOrMoveAsync(db, [.. items.Where(item => !item.IsNew).Select(item => item.Row)], ct);
    }

    private static async Task KeepOrMoveAsync(BuddyDbContext db, IReadOnlyCollection<DueItemRow> items, CancellationToken ct)
    {
        if (items.Count == 0)
        {
            return;
        }

        var planned = await PlannedAsync(db, items, ct);
        if (planned.Count > 0)
        {
            foreach (var together in items.Where(item => planned.Contains(item.Id)).GroupBy(item => item.DueAt))
            {
                await MoveAsync(db, together.Key, [.. together.Select(item => item.Id)], ct);
            }

            // The worker may have settled one before it was moved; what was moved it can't settle before this commits.
            planned = await PlannedAsync(db, items, ct);
        }

        db.DueItems.AddRange(items.Where(item => !planned.Contains(item.Id)));
    }

    private static Task<HashSet<Guid>> PlannedAsync(BuddyDbContext db, IReadOnlyCollection<DueItemRow> items, CancellationToken ct)
    {
        var ids = items.Select(item => item.Id).ToList();
        return db.DueItems.Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToHashSetAsync(ct);
    }

    /// <summary>Moves what is there in one statement.</summary>
    private static Task<int> MoveAsync(BuddyDbContext db, DateTimeOffset dueAt, List<Guid> ids, CancellationToken ct) =>
        db.DueItems.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.DueAt, dueAt)
                .SetProperty(row => row.Attempts, 0)
                .SetProperty(row => row.LastFault, (string?)null),
            ct);
}

/// <summary>Something that a change plans.</summary>
/// <param name="Row">What, and when.</param>
/// <param name="IsNew">Whether nothing of its kind can be planned about its subject yet, which spares looking.</param>
internal readonly record struct PlannedItem(DueItemRow Row, bool IsNew);
