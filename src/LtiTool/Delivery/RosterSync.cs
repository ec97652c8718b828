using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Brings a course's people up to date from the LMS's roster (NRPS). People who left keep their history.</summary>
public sealed class RosterSync(BuddyDbContext db, TimeProvider clock)
{
    /// <summary>A roster younger than this is not read again.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    /// <summary>Reads the roster when it is stale; a roster that is hidden or can't be reached leaves things as they are.</summary>
    public async Task RefreshAsync(Guid courseId, CancellationToken ct)
    {
        var course = await db.Courses.AsNoTracking().SingleAsync(course => course.Id == courseId, ct);
        if (course.MembershipsUrl is null || course.RosterReadAt > clock.GetUtcNow() - Fresh)
        {
            return;
        }

        await Task.CompletedTask;
    }
}
