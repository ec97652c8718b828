using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine.Due;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>
/// The roster of a course in which somebody has started is read once a day, so that who left, and who is back, is known before a score is
/// sent; and what the gradebook has lost is noticed.
/// </summary>
internal sealed class RosterDue(
    BuddyDbContext db, RosterSync sync, ReturnedLearners returned, GradebookCheck gradebook, TimeProvider clock) : IDueKind
{
    /// <summary>A roster that nobody asked for is this old at most.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromDays(1);

    public async Task<DateTimeOffset?> HandleAsync(DueItemRow item, CancellationToken ct)
    {
        if (!await db.Courses.AnyAsync(course => course.Id == item.SubjectId, ct))
        {
            return null;
        }

        await sync.RefreshAsync(item.SubjectId, ct);
        await returned.QueueAsync(ct);
        await gradebook.LookAsync(item.SubjectId, ct);
        return clock.GetUtcNow() + Every;
    }
}
