using System.Data.Common;
using System.Threading.Channels;

namespace LearningBuddy.LtiTool.Data;

/// <summary>Launches on SQLite: those that arrive together run in one transaction, each in its own savepoint, without waiting for the disk.</summary>
internal sealed class SharedCommits : IAsyncDisposable
{
    private const int MostInOneCommit = 64;
    private readonly DatabaseAddress address;
    private readonly WriteGate gate;
    private readonly Channel<Work> line = Channel.CreateBounded<Work>(4096);
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

    private static async Task CommitAsync(PlainSql sql, List<Work> batch)
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
            await sql.ExecuteAsync("ROLLBACK");
            return;
        }

        batch.ForEach(work => work.Finish());
    }

    private abstract class Work
    {
        public abstract Task<bool> RunAsync(PlainSql sql);

        public abstract void Finish();

        public abstract void Fail(Exception exception);
    }

    private sealed class Work<T>(Func<PlainSql, Task<T>> work, TaskCompletionSource<T> outcome) : Work
    {
        private T? result;
        private Exception? fault;

        public override async Task<bool> RunAsync(PlainSql sql)
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
