using System.Data.Common;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace LearningBuddy.LtiTool.Data;

/// <summary>
/// The history of migrations as it is in the database, read past EF Core: most starts have nothing to migrate, and then neither the model
/// nor that of the history is needed before the first answer (tests/Benchmarks/README.md).
/// </summary>
internal static class AppliedMigrations
{
    private const string All = $"""SELECT "MigrationId" FROM "{HistoryRepository.DefaultTableName}" ORDER BY "MigrationId" """;
    private const string IsThereInSqlite =
        $"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '{HistoryRepository.DefaultTableName}'";
    private const string IsThereInPostgres = $"""SELECT to_regclass('"{HistoryRepository.DefaultTableName}"')::text""";

    /// <summary>The newest migration of this version; a test holds that it is.</summary>
    public static string Newest(DatabaseAddress address) =>
        address.IsSqlite ? "20261130140053_LastCheck" : "20261130140055_LastCheck";

    /// <summary>The migrations that a database has, oldest first; none where it is empty or not there yet.</summary>
    public static async Task<List<string>> ReadAsync(DatabaseAddress address, CancellationToken ct)
    {
        await using DbConnection connection = address.Connection();
        try
        {
            await connection.OpenAsync(ct);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            // Migrating makes it.
            return [];
        }

        await using var command = connection.CreateCommand();
        command.CommandText = address.IsSqlite ? IsThereInSqlite : IsThereInPostgres;
        if (await command.ExecuteScalarAsync(ct) is null or DBNull)
        {
            return [];
        }

        command.CommandText = All;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var applied = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            applied.Add(reader.GetString(0));
        }

        return applied;
    }
}
