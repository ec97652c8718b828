using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace LearningBuddy.LtiTool.Data;

/// <summary>
/// Asks what every request asks, on connections whose commands stay prepared: SQLite spends several times longer on understanding such a question than on
/// answering it (tests/Benchmarks/README.md).
/// </summary>
internal sealed class KeptReads(DatabaseAddress address, LaunchPool postgres) : IAsyncDisposable
{
    /// <summary>As many as were ever busy at once, which is as many as there are threads: SQLite answers without waiting.</summary>
    private readonly ConcurrentBag<PlainSql> idle = [];

    /// <summary>Reads the first row, or null when there is none.</summary>
    public async Task<T?> FirstAsync<T>(Statement question, Func<DbDataReader, T> read, CancellationToken ct)
        where T : class
    {
        if (!address.IsSqlite)
        {
            await using var once = new PlainSql(await postgres.OpenAsync(ct), keepsCommands: false);
            return await once.FirstAsync(question, read);
        }

        var sql = idle.TryTake(out var kept) ? kept : await OpenAsync(ct);
        try
        {
            return await sql.FirstAsync(question, read);
        }
        finally
        {
            idle.Add(sql);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        while (idle.TryTake(out var sql))
        {
            await sql.DisposeAsync();
        }
    }

    private async Task<PlainSql> OpenAsync(CancellationToken ct)
    {
        var connection = new SqliteConnection(address.ConnectionString);
        await connection.OpenAsync(ct);
        return new PlainSql(connection, keepsCommands: true);
    }
}
