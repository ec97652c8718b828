using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.LtiTool.Spine.Due;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Erases what is known about a guest, so many days after the last thing they were asked for has ended.</summary>
internal sealed class GuestRetentionDue(
    BuddyDbContext db, GuestErasure erasure, IOptions<LearningBuddyOptions> options, TimeProvider clock) : IDueKind
{
    public async Task<DateTimeOffset?> HandleAsync(DueItemRow item, CancellationToken ct)
    {
        var links = await db.GuestLinks.AsNoTracking().Where(link => link.PersonId == item.SubjectId).ToListAsync(ct);
        if (links.Count == 0)
        {
            return null;
        }

        // Whoever was asked again meanwhile is still needed.
        var at = links.Max(link => link.ClosesAt).AddDays(options.Value.Guests.KeepDays);
        if (at > clock.GetUtcNow())
        {
            return at;
        }

        await erasure.EraseAsync(item.SubjectId, ct);
        return null;
    }
}
