namespace LearningBuddy.XApi.Lrs.Storage.Writing;

/// <summary>Something to do inside a transaction.</summary>
/// <param name="ids">Statements it will look for.</param>
internal abstract class WriteWork<TSession>(IReadOnlyCollection<Guid> ids)
{
    /// <value>Statements it will look for.</value>
    public IReadOnlyCollection<Guid> Ids => ids;

    public abstract void Do(TSession session);

    public abstract void Succeed();

    public abstract void Fail(Exception reason);
}

/// <summary>Something to do that yields a value, handed over after the commit.</summary>
internal sealed class WriteWork<TSession, T>(Func<TSession, T> work, IReadOnlyCollection<Guid> ids) : WriteWork<TSession>(ids)
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Completion => completion.Task;

    public override void Do(TSession session) => result = work(session);

    public override void Succeed() => completion.SetResult(result!);

    public override void Fail(Exception reason) => completion.SetException(reason);
}
