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
    /// <param name="work">Runs on the writer's thread, maybe more than once. Throwing undoes it, and only it.</param>
    /// <param name="ct">Stops waiting for a place in the line; what has a place is done.</param>
    public Task<T> WriteAsync<T>(Func<TSession, T> work, CancellationToken ct) =>
        WriteAsync(new WriteWork<TSession, T>(work, [], isRepeatable: false), ct);

    /// <summary>The same for storing statements, which may be repeated when nobody knows whether the commit went through.</summary>
    /// <param name="work">Runs on the writer's thread, maybe more than once. Throwing undoes it, and only it.</param>
    /// <param name="ids">Statements that the work will look for.</param>
    /// <param name="ct">Stops waiting for a place in the line; what has a place is done.</param>
    public Task<T> WriteAsync<T>(Func<TSession, T> work, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        WriteAsync(new WriteWork<TSession, T>(work, ids, isRepeatable: true), ct);

    /// <summary>Writes what waits, then ends. The session is left to its owner.</summary>
    public void Dispose()
    {
        waiting.Writer.TryComplete();
        thread.Join();
    }

    private async Task<T> WriteAsync<T>(WriteWork<TSession, T> item, CancellationToken ct)
    {
        await waiting.Writer.WriteAsync(item, ct);
        return await item.Completion;
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

            Write(group);
            group.Clear();
        }
    }

    /// <summary>Everyone in the group is answered when this returns.</summary>
    private void Write(List<WriteWork<TSession>> group)
    {
        var failure = TryCommit(group);
        if (failure is { MayPass: true })
        {
            // The connection broke, say: one more try, on a new one, without what may not be done twice.
            group = failure.IsCommitUnknown ? WithoutUnrepeatable(group, failure.Reason) : group;
            failure = TryCommit(group);
        }

        if (failure is null)
        {
            return;
        }

        if (group.Count > 1 && !failure.MayPass)
        {
            // One of them failed: each alone, so that it takes nobody with it.
            group.ForEach(work => Write([work]));
            return;
        }

        group.ForEach(work => work.Fail(failure.Reason));
    }

    /// <summary>Fails what would be done twice if the commit went through after all; the sender can look what became of it.</summary>
    private static List<WriteWork<TSession>> WithoutUnrepeatable(List<WriteWork<TSession>> group, Exception reason)
    {
        group.FindAll(work => !work.IsRepeatable).ForEach(work => work.Fail(reason));
        return group.FindAll(work => work.IsRepeatable);
    }

    /// <summary>Null when it is on the disk and everyone has been told.</summary>
    private WriteFailure? TryCommit(List<WriteWork<TSession>> group)
    {
        var isCommitting = false;
        try
        {
            session.Begin(group.Count == 1 ? group[0].Ids : [.. group.SelectMany(work => work.Ids)]);
            group.ForEach(work => work.Do(session));
            isCommitting = true;
            session.Commit();
        }
        catch (Exception failure)
        {
            // The writer outlives whatever goes wrong: it is told to those who wait.
            Undo();
            return new WriteFailure(failure, isCommitting);
        }

        group.ForEach(work => work.Succeed());
        return null;
    }

    private void Undo()
    {
        try
        {
            session.Rollback();
        }
        catch (Exception)
        {
            // A broken connection can't undo either; the database does. What the session is left with, its next Begin finds out.
        }
    }
}
