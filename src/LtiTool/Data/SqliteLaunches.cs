using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace LearningBuddy.LtiTool.Data;

/// <summary>Launches on SQLite: writes share commits, reads go side by side.</summary>
internal sealed class SqliteLaunches(DatabaseAddress address, WriteGate gate) : ILaunchDatabase, IAsyncDisposable
{
    private readonly SharedCommits commits = new(address, gate);

    /// <summary>As many as were ever busy at once, which is as many as there are threads: SQLite answers without waiting.</summary>
    private readonly ConcurrentBag<PlainSql> idle = [];

    public Task<T> WriteAsync<T>(Func<PlainSql, Task<T>> work, CancellationToken ct) => commits.RunAsync(work, ct);

    public async Task<T?> FirstAsync<T>(SqlStatement question, Func<DbDataReader, T> read, CancellationToken ct)
        where T : class
    {
        var sql = idle.TryTake(out var kept) ? kept : await OpenAsync(address, ct);
        try
        {
            return await sql.FirstAsync(question, read);
        }
        finally
        {
            idle.Add(sql);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await commits.DisposeAsync();
        while (idle.TryTake(out var sql))
        {
            await sql.DisposeAsync();
        }
    }

    /// <summary>Statements on a connection of their own, which keeps them prepared.</summary>
    public static async Task<PlainSql> OpenAsync(DatabaseAddress address, CancellationToken ct)
    {
        var connection = new SqliteConnection(address.ConnectionString);
        await connection.OpenAsync(ct);
        var sql = new PlainSql(connection, keepsCommands: true);

        // 256 KiB in place of 2 MiB: others write between two reads, which makes a cache void. Saves 9 MiB and costs nothing
        // (tests/Benchmarks/README.md).
        await sql.ExecuteAsync("PRAGMA cache_size=-256");
        return sql;
    }
}
