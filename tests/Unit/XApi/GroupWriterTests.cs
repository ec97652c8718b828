using System.Data.Common;
using LearningBuddy.XApi.Lrs.Storage.Writing;
using Xunit;

namespace LearningBuddy.Tests.Unit.XApi;

/// <summary>Whatever fails, everybody is answered and the next write works.</summary>
public sealed class GroupWriterTests : IDisposable
{
    private static readonly Guid[] Some = [Guid.NewGuid()];

    private readonly ScriptedSession session = new();
    private readonly GroupWriter<ScriptedSession> writer;

    public GroupWriterTests() => writer = new GroupWriter<ScriptedSession>(session);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => writer.Dispose();

    [Fact]
    public async Task What_fails_alone_is_told_once_and_the_next_is_written()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => writer.WriteAsync(Fail, Stop));

        Assert.Equal("wrong", failure.Message);
        Assert.Equal(7, await writer.WriteAsync(_ => 7, Stop));
    }

    [Fact]
    public async Task What_fails_in_a_group_takes_nobody_with_it()
    {
        var group = await TogetherAsync(Return(1), Fail, Return(3), Fail);

        Assert.Equal([1, 3], group.Where(task => task.IsCompletedSuccessfully).Select(task => task.Result));
        Assert.All([group[1], group[3]], task => Assert.IsType<InvalidOperationException>(task.Exception!.InnerException));
        Assert.Equal(7, await writer.WriteAsync(_ => 7, Stop));
    }

    [Fact]
    public async Task A_lost_connection_is_tried_once_more()
    {
        session.Begins.Enqueue(new LostConnection());

        Assert.Equal(7, await writer.WriteAsync(_ => 7, Stop));
    }

    [Fact]
    public async Task A_database_that_stays_away_is_told_to_everyone_after_the_second_try()
    {
        session.Begins.Enqueue(null);
        session.Begins.Enqueue(new LostConnection());
        session.Begins.Enqueue(new LostConnection());

        var group = await TogetherAsync(Return(1), Return(2));

        Assert.All(group, task => Assert.IsType<LostConnection>(task.Exception!.InnerException));
        Assert.Equal(7, await writer.WriteAsync(_ => 7, Stop));
        Assert.Equal(4, session.Begun);
    }

    [Fact]
    public async Task When_nobody_knows_whether_it_was_committed_statements_are_stored_again_and_changes_are_not()
    {
        session.Commits.Enqueue(null);
        session.Commits.Enqueue(new LostConnection());
        var (stored, changed) = (0, 0);
        Task<int> store = Task.FromResult(0), change = store;
        await WhileBusyAsync(() => (store, change) = (writer.WriteAsync(_ => ++stored, Some, Stop), writer.WriteAsync(_ => ++changed, Stop)));

        Assert.Equal(2, await store);
        await Assert.ThrowsAsync<LostConnection>(() => change);
        Assert.Equal(1, changed);
    }

    [Fact]
    public async Task A_rollback_that_fails_too_ends_nothing()
    {
        session.Rollbacks.Enqueue(new InvalidOperationException("gone"));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => writer.WriteAsync(Fail, Stop));

        Assert.Equal("wrong", failure.Message);
        Assert.Equal(7, await writer.WriteAsync(_ => 7, Stop));
    }

    /// <summary>All of them in one group: they come while the writer is busy.</summary>
    private async Task<List<Task<int>>> TogetherAsync(params Func<ScriptedSession, int>[] works)
    {
        List<Task<int>> group = [];
        await WhileBusyAsync(() => group.AddRange(works.Select(work => writer.WriteAsync(work, Stop))));
        await Task.WhenAll(group).ContinueWith(static _ => { }, TaskScheduler.Default);
        return group;
    }

    private async Task WhileBusyAsync(Action enqueue)
    {
        using var gate = new ManualResetEventSlim();
        var started = new TaskCompletionSource();
        var first = writer.WriteAsync(
            _ =>
            {
                started.TrySetResult();
                gate.Wait(Stop);
                return 0;
            },
            Stop);
        await started.Task;
        enqueue();
        gate.Set();
        await first;
    }

    private static Func<ScriptedSession, int> Return(int value) => _ => value;

    private static int Fail(ScriptedSession session) => throw new InvalidOperationException("wrong");

    /// <summary>What a database driver throws when the server went away.</summary>
    private sealed class LostConnection() : DbException("The connection was lost.")
    {
        public override bool IsTransient => true;
    }

    /// <summary>A database that fails when a test tells it to.</summary>
    private sealed class ScriptedSession : IWriteSession
    {
        public Queue<Exception?> Begins { get; } = [];

        public Queue<Exception?> Commits { get; } = [];

        public Queue<Exception?> Rollbacks { get; } = [];

        public int Begun { get; private set; }

        public DateTimeOffset StoredAt => default;

        public IStatementTables Statements => throw new NotSupportedException();

        public void Begin(IReadOnlyCollection<Guid> ids)
        {
            Begun++;
            Play(Begins);
        }

        public void Commit() => Play(Commits);

        public void Rollback() => Play(Rollbacks);

        public void Dispose()
        {
        }

        private static void Play(Queue<Exception?> script)
        {
            if (script.TryDequeue(out var next) && next is not null)
            {
                throw next;
            }
        }
    }
}
