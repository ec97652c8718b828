using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Spine.Due;

/// <summary>Keeps what becomes due.</summary>
internal static class DuePlan
{
    /// <summary>Adds items, or moves those that are planned already. The caller saves.</summary>
    public static async Task KeepAsync(BuddyDbContext db, IReadOnlyCollection<DueItemRow> items, CancellationToken ct)
    {
        if (items.Count == 0)
        {
            return;
        }

        var ids = items.Select(item => item.Id).ToList();
        var planned = await db.DueItems.Where(row => ids.Contains(row.Id)).ToListAsync(ct);
        foreach (var item in items)
        {
            if (planned.Find(row => row.Id == item.Id) is not { } before)
            {
                db.DueItems.Add(item);
                continue;
            }

            before.DueAt = item.DueAt;
            before.Attempts = 0;
            before.LastFault = null;
        }
    }
}
