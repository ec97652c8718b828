using LearningBuddy.LtiTool.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Spine;

/// <summary>Takes locks that last as long as the transaction. On SQLite the single writer does that already.</summary>
internal sealed class SubjectLocks(BuddyDbContext db, DatabaseAddress address)
{
    /// <summary>Waits until nobody else holds one of them.</summary>
    public async Task TakeAsync(Subjects subjects, CancellationToken ct)
    {
        if (address.IsSqlite)
        {
            return;
        }

        foreach (var (key, isShared) in subjects.Locks)
        {
            var number = BitConverter.ToInt64(key.ToByteArray(), 8);
            await (isShared
                ? db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared({number})", ct)
                : db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({number})", ct));
        }
    }
}
