using LearningBuddy.LtiTool.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Spine;

/// <summary>Locks of PostgreSQL that last as long as a transaction.</summary>
internal static class Locks
{
    /// <summary>Waits until nobody else holds the lock of this thing.</summary>
    public static Task TakeAsync(BuddyDbContext db, Guid what, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({BitConverter.ToInt64(what.ToByteArray(), 8)})", ct);
}
