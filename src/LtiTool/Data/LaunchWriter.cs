using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LearningBuddy.LtiTool.Data;

/// <summary>
/// Runs the one write transaction of a launch. On SQLite, launches that arrive together share a commit, without waiting for the disk: losing a session row in
/// a power cut costs nobody more than opening the activity again. On PostgreSQL each has its own transaction, likewise not waiting for the disk.
/// </summary>
internal sealed class LaunchWriter : IAsyncDisposable
{
    private const int MostInOneCommit = 64;
    private readonly DatabaseAddress address;
    private readonly WriteGate gate;
    private readonly Channel<Work> line = Channel.CreateBounded<Work>(4096);
    private readonly CancellationTokenSource stopping = new();
    private readonly Lazy<Task> loop;
    private readonly Lazy<NpgsqlDataSource> postgres;

    public LaunchWriter(DatabaseAddress address, WriteGate gate)
    {
        this.address = address;
        this.gate = gate;
        loop = new Lazy<Task>(() => Task.Run(RunSqliteAsync));
        postgres = new Lazy<NpgsqlDataSource>(() => NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(address.ConnectionString) { MaxAutoPrepare = 50, Options = "-c synchronous_commit=off" }.ConnectionString));
    }

    /// <summary>Runs work inside a transaction; what it throws undoes its own changes only.</summary>
    public async Task<T> RunAsync<T>(Func<LaunchSql, Task<T>> work, CancellationToken ct)
    {
        if (!address.IsSqlite)
        {
            return await RunPostgresAsync(work, ct);
        }

        _ = loop.Value;
        var outcome = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        await line.Writer.WriteAsync(new Work<T>(work, outcome), ct);
        return await outcome.Task;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        line.Writer.TryComplete();
        await stopping.CancelAsync();
        if (loop.IsValueCreated)
        {
            await loop.Value;
        }

        if (postgres.IsValueCreated)
        {
            await postgres.Value.DisposeAsync();
        }

        stopping.Dispose();
    }

    private async Task<T> RunPostgresAsync<T>(Func<LaunchSql, Task<T>> work, CancellationToken ct)
    {
        await using var connection = await postgres.Value.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var sql = new LaunchSql(connection, transaction, keepsCommands: false);
        var result = await work(sql);
        await transaction.CommitAsync(ct);
        return result;
    }

    private async Task RunSqliteAsync()
    {
        await using var connection = new SqliteConnection(address.ConnectionString);
        await connection.OpenAsync();
        await using (var sql = new LaunchSql(connection, transaction: null, keepsCommands: true))
        {
            await sql.ExecuteAsync("PRAGMA synchronous=NORMAL");
            var batch = new List<Work>(MostInOneCommit);
            while (await CanReadAsync())
            {
                batch.Clear();
                while (batch.Count < MostInOneCommit && line.Reader.TryRead(out var next))
                {
                    batch.Add(next);
                }

                using var turn = await gate.EnterAsync(CancellationToken.None);
                await CommitAsync(sql, batch);
            }
        }
    }

    private async Task<bool> CanReadAsync()
    {
        try
        {
            return await line.Reader.WaitToReadAsync(stopping.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task CommitAsync(LaunchSql sql, List<Work> batch)
    {
        try
        {
            await sql.ExecuteAsync("BEGIN IMMEDIATE");
            foreach (var work in batch)
            {
                await sql.ExecuteAsync("SAVEPOINT launch");
                await sql.ExecuteAsync(await work.RunAsync(sql) ? "RELEASE launch" : "ROLLBACK TO launch");
            }

            await sql.ExecuteAsync("COMMIT");
        }
        catch (DbException exception)
        {
            batch.ForEach(work => work.Fail(exception));
            return;
        }

        batch.ForEach(work => work.Finish());
    }

    private abstract class Work
    {
        public abstract Task<bool> RunAsync(LaunchSql sql);

        public abstract void Finish();

        public abstract void Fail(Exception exception);
    }

    private sealed class Work<T>(Func<LaunchSql, Task<T>> work, TaskCompletionSource<T> outcome) : Work
    {
        private T? result;
        private Exception? fault;

        public override async Task<bool> RunAsync(LaunchSql sql)
        {
            try
            {
                result = await work(sql);
                return true;
            }
            catch (DbException exception)
            {
                fault = exception;
                return false;
            }
        }

        public override void Finish()
        {
            if (fault is null)
            {
                outcome.TrySetResult(result!);
            }
            else
            {
                outcome.TrySetException(fault);
            }
        }

        public override void Fail(Exception exception) => outcome.TrySetException(exception);
    }
}
