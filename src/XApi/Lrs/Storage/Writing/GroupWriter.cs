using System.Threading.Channels;

namespace LearningBuddy.XApi.Lrs.Storage.Writing;

/// <summary>
/// The one writer of a node. Whatever waits when it is free is written in one transaction and costs one flush of the disk together:
/// many senders at once do not each pay for their own. Nobody is answered before the flush.
/// </summary>
internal sealed class GroupWriter<TSession> : IDisposable
    where TSession : IWriteSession
{
    private const int MaxGroup = 256;

    private readonly Channel<WriteWork<TSession>> waiting = Channel.CreateBounded<WriteWork<TSession>>(
        new BoundedChannelOptions(4096) { SingleReader = true });

    private readonly TSession session;
    private readonly Thread thread;

    /// <summary>Starts to write.</summary>
    /// <param name="session">Used by the writer's thread alone until the writer has ended.</param>
    public GroupWriter(TSession session)
    {
        this.session = session;
        thread = new Thread(Run) { IsBackground = true, Name = "LRS writer" };
        thread.Start();
    }

    /// <summary>Does <paramref name="work"/> inside the next transaction and answers when it is on the disk.</summary>
    /// <param name="work">Runs on the writer's thread. Throwing undoes it, and only it.</param>
    /// <param name="ct">Stops waiting for a place in the line; what has a place is done.</param>
    public Task<T> WriteAsync<T>(Func<TSession, T> work, CancellationToken ct) => WriteAsync(work, [], ct);

    /// <inheritdoc cref="WriteAsync{T}(Func{TSession, T}, CancellationToken)"/>
    /// <param name="ids">Statements that the work will look for.</param>
    public async Task<T> WriteAsync<T>(Func<TSession, T> work, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var item = new WriteWork<TSession, T>(work, ids);
        await waiting.Writer.WriteAsync(item, ct);
        return await item.Completion;
    }

    /// <summary>Writes what waits, then ends. The session is left to its owner.</summary>
    public void Dispose()
    {
        waiting.Writer.TryComplete();
        thread.Join();
    }

    private void Run()
    {
        var group = new List<WriteWork<TSession>>(MaxGroup);
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

    private bool TryCommit(List<WriteWork<TSession>> group)
    {
        try
        {
            session.Begin(group.Count == 1 ? group[0].Ids : [.. group.SelectMany(work => work.Ids)]);
            group.ForEach(work => work.Do(session));
            session.Commit();
        }
        catch (Exception failure)
        {
            // The writer outlives whatever goes wrong: it is told to those who wait.
            session.Rollback();
            if (group.Count == 1)
            {
                group[0].Fail(failure);
            }

            return false;
        }

        group.ForEach(work => work.Succeed());
        return true;
    }
}
