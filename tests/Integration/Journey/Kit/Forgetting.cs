using LearningBuddy.LtiTool.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.Tests.Integration.Journey.Kit;

/// <summary>Empties the tables of a tool that runs. The record store keeps its statements, for it remembers what it has written.</summary>
internal static class Forgetting
{
    /// <summary>What the tool made for itself at its first start, and how far it has read in its record store.</summary>
    private const string Kept = "'__EFMigrationsHistory', '__EFMigrationsLock', 'protection_key', 'push_key', 'tool_key', 'tool_secret', 'statement_cursor'";

    /// <summary>Tables in any order: nobody looks at what refers to what.</summary>
    public static async Task OnSqliteAsync(BuddyDbContext db)
    {
        var tables = await db.Database.SqlQueryRaw<string>(
            $"SELECT name AS Value FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite@_%' ESCAPE '@' AND name NOT IN ({Kept})").ToListAsync();
        var empty = string.Concat(tables.Select(table => $"DELETE FROM \"{table}\"; "));
        var inOneGo = $"PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE; {empty}COMMIT; PRAGMA foreign_keys = ON;";
        await db.Database.ExecuteSqlRawAsync(inOneGo);
    }

    /// <inheritdoc cref="OnSqliteAsync" />
    public static Task OnPostgresAsync(BuddyDbContext db) => db.Database.ExecuteSqlRawAsync(
        $"""
        DO $$
        DECLARE one text;
        BEGIN
          SET LOCAL session_replication_role = replica;
          FOR one IN SELECT quote_ident(tablename) FROM pg_tables
            WHERE schemaname = current_schema() AND tablename NOT LIKE 'lrs@_%' ESCAPE '@' AND tablename NOT IN ({Kept})
          LOOP
            EXECUTE 'DELETE FROM ' || one;
          END LOOP;
        END $$
        """);
}
