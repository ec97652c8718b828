using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace LearningBuddy.LtiTool.Data;

/// <summary>Brings the database up to date before the first request.</summary>
internal static class DatabaseStart
{
    /// <summary>Migrates. Safe when several nodes start at once: PostgreSQL is locked by the framework, SQLite has one node.</summary>
    /// <returns>Whether there was anything to migrate.</returns>
    /// <exception cref="InvalidDataException">The database was made by a version that this one can't continue.</exception>
    public static async Task<bool> MigrateAsync(IServiceProvider services, CancellationToken ct)
    {
        var address = services.GetRequiredService<DatabaseAddress>();
        var applied = await AppliedMigrations.ReadAsync(address, ct);
        if (applied.LastOrDefault() == AppliedMigrations.Newest(address))
        {
            return false;
        }

        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        RefuseStrangers(db, applied);
        if (applied.Count == 0 && !address.IsSqlite)
        {
            await MakeHistoryAsync(db, ct);
        }

        await db.Database.MigrateAsync(ct);
        if (address.IsSqlite)
        {
            // Stays with the file. Commits are synchronous in full by default, which is what evidence needs.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", ct);
        }

        return true;
    }

    /// <summary>PostgreSQL would be asked for a history before it has one, and that would stand in both logs as a failure.</summary>
    private static async Task MakeHistoryAsync(BuddyDbContext db, CancellationToken ct)
    {
        if (!await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(ct))
        {
            return;
        }

        try
        {
            await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(ct);
        }
        catch (PostgresException exception) when (
            exception.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateTable)
        {
            // Another node was faster.
        }
    }

    /// <summary>
    /// A database with migrations we don't have is of a version before the first release, or of a newer one: nothing in it is touched.
    /// </summary>
    private static void RefuseStrangers(BuddyDbContext db, List<string> applied)
    {
        var strange = applied.Except(db.Database.GetMigrations()).FirstOrDefault();
        if (strange is not null)
        {
            throw new InvalidDataException(
                $"the database was made by another version (it has '{strange}') and is left as it is. " +
                "Start that version, or name an empty database in ConnectionStrings:Database; " +
                "a demo's is .data/tool/learning-buddy.db: move it away.");
        }
    }
}
