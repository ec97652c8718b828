using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Spine;

/// <summary>Reads the history: one indexed query.</summary>
public sealed class History(BuddyDbContext db)
{
    /// <summary>All events of one participation, oldest first.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> OfAsync(Guid participationId, CancellationToken ct)
    {
        var rows = await db.Events.AsNoTracking()
            .Where(row => row.ParticipationId == participationId)
            .OrderBy(row => row.Sequence)
            .ToListAsync(ct);
        return [.. rows.Select(row => row.ToEvent())];
    }
}
