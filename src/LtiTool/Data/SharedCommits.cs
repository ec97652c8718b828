using System.Data.Common;
using System.Threading.Channels;

namespace LearningBuddy.LtiTool.Data;

/// <summary>
/// Launches on SQLite: those that arrive together run in one transaction, each in its own savepoint, without waiting for the disk.
/// </summary>
internal sealed class SharedCommits : IAsyncDisposable
{
    private const int MostInOneCommit = 64;
    private readonly DatabaseAddress address;
    private readonly WriteGate gate;
    private readonly Channel<LaunchWork> line = Channel.CreateBounded<LaunchWork>(4096);
    private readonly CancellationTokenSource stopping = new();
    private readonly Lazy<Task> loop;

    public SharedCommits(DatabaseAddress address, WriteGate gate)
    {
        this.address = address;
        this.gate = gate;
        loop = new Lazy<Task>(Begin);
    }

    /// <summary>Runs work with the others that arrive now; what it throws undoes its own changes only.</summary>
    public async Task<T> RunAsync<T>(Func<PlainSql, Task<T>> work, CancellationToken ct)
    {
        _ = loop.Value;
        var outcome = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        await line.Writer.WriteAsync(new LaunchWork<T>(work, outcome), ct);
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

        stopping.Dispose();
    }

    private Task Begin()
    {
        // The loop outlives the launch that begins it, and must not carry that launch's trace along.
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(RunAsync);
        }
    }

    private async Task RunAsync()
    {
        await using var sql = await SqliteLaunches.OpenAsync(address, CancellationToken.None);
        await sql.ExecuteAsync("PRAGMA synchronous=NORMAL");
        var batch = new List<LaunchWork>(MostInOneCommit);
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

    private static async Task CommitAsync(PlainSql sql, List<LaunchWork> batch)
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
            await RollBackAsync(sql);
            return;
        }

        batch.ForEach(work => work.Finish());
    }

    private static async Task RollBackAsync(PlainSql sql)
    {
        try
        {
            await sql.ExecuteAsync("ROLLBACK");
        }
        catch (DbException)
        {
            // Nothing to undo: the transaction never began, or SQLite has undone it by itself (a full disk, for one).
        }
    }
}
