using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Data;

/// <summary>Brings the database up to date before the first request.</summary>
internal static class DatabaseStart
{
    /// <summary>Migrates. Safe when several nodes start at once: PostgreSQL is locked by the framework, SQLite has one node.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var address = scope.ServiceProvider.GetRequiredService<DatabaseAddress>();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        await db.Database.MigrateAsync(ct);
        if (address.IsSqlite)
        {
            // Stays with the file. Commits are synchronous in full by default, which is what evidence needs.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", ct);
        }
    }
}
