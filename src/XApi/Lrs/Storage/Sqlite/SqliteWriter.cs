using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace LearningBuddy.XApi.Lrs.Storage.Sqlite;

/// <summary>
/// The one writer. Whatever waits when it is free is written in one transaction and costs one flush of the disk together:
/// many senders at once do not each pay for their own. Nobody is answered before the flush.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int MaxGroup = 256;

    private readonly Channel<SqliteWork> waiting = Channel.CreateBounded<SqliteWork>(
        new BoundedChannelOptions(4096) { SingleReader = true });

    private readonly TimeProvider clock;
    private readonly SqliteConnection connection;
    private readonly SqliteSession session;
    private readonly StoreClock times;
    private readonly Thread thread;

    /// <summary>Opens the file and starts to write.</summary>
    public SqliteWriter(SqliteDatabase database, TimeProvider clock)
    {
        this.clock = clock;
        connection = database.OpenForWriting();
        session = new SqliteSession(connection);
        times = new StoreClock(session.StoredAt);
        thread = new Thread(Run) { IsBackground = true, Name = "LRS writer" };
        thread.Start();
    }

    /// <summary>Everything stored before this moment can be read.</summary>
    public DateTimeOffset ConsistentThrough() => times.ConsistentThrough(clock.GetUtcNow());

    /// <summary>Does <paramref name="work"/> inside the next transaction and answers when it is on the disk.</summary>
    /// <param name="work">Runs on the writer's thread. Throwing undoes it, and only it.</param>
    /// <param name="ct">Stops waiting for a place in the line; what has a place is done.</param>
    public async Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken ct)
    {
        var item = new SqliteWork<T>(work);
        await waiting.Writer.WriteAsync(item, ct);
        return await item.Completion;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        waiting.Writer.TryComplete();
        thread.Join();
        session.Dispose();
        connection.Dispose();
    }

    private void Run()
    {
        var group = new List<SqliteWork>(MaxGroup);
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < MaxGroup && waiting.Reader.TryRead(out var work))
            {
                group.Add(work);
            }

            if (!TryCommit(group))
            {
                // One of them failed: each alone, so that it takes nobody with it.
                group.ForEach(work => TryCommit([work]));
            }

            group.Clear();
        }
    }

    private bool TryCommit(List<SqliteWork> group)
    {
        try
        {
            session.Begin(times.Begin(clock.GetUtcNow()));
            group.ForEach(work => work.Do(session));
            session.Commit();
        }
        catch (Exception e) when (e is SqliteException or InvalidOperationException or System.Text.Json.JsonException)
        {
            session.Rollback();
            if (group.Count == 1)
            {
                group[0].Fail(e);
            }

            return false;
        }
        finally
        {
            times.End();
        }

        group.ForEach(work => work.Succeed());
        return true;
    }
}

/// <summary>Something to do inside a transaction.</summary>
internal abstract class SqliteWork
{
    public abstract void Do(SqliteSession session);

    public abstract void Succeed();

    public abstract void Fail(Exception reason);
}

/// <summary>Something to do that yields a value, handed over after the commit.</summary>
internal sealed class SqliteWork<T>(Func<SqliteSession, T> work) : SqliteWork
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Completion => completion.Task;

    public override void Do(SqliteSession session) => result = work(session);

    public override void Succeed() => completion.SetResult(result!);

    public override void Fail(Exception reason) => completion.SetException(reason);
}
