using System.Data.Common;
using Npgsql;

namespace LearningBuddy.LtiTool.Data;

/// <summary>Launches on PostgreSQL: each has its own transaction, on connections that do not wait for the disk.</summary>
internal sealed class PostgresLaunches(DatabaseAddress address) : ILaunchDatabase, IAsyncDisposable
{
    private readonly NpgsqlDataSource connections = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(address.ConnectionString)
    {
        MaxAutoPrepare = 50,
        AutoPrepareMinUsages = 2,
        Options = "-c synchronous_commit=off",
    }.ConnectionString);

    public async Task<T> WriteAsync<T>(Func<PlainSql, Task<T>> work, CancellationToken ct)
    {
        var connection = await connections.OpenConnectionAsync(ct);
        await using var sql = new PlainSql(connection, keepsCommands: false);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var result = await work(sql);
        await sql.CommitAsync();
        return result;
    }

    public async Task<T?> FirstAsync<T>(SqlStatement question, Func<DbDataReader, T> read, CancellationToken ct)
        where T : class
    {
        await using var sql = new PlainSql(await connections.OpenConnectionAsync(ct), keepsCommands: false);
        return await sql.FirstAsync(question, read);
    }

    public ValueTask DisposeAsync() => connections.DisposeAsync();
}
