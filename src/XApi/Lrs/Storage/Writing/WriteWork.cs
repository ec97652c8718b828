namespace LearningBuddy.XApi.Lrs.Storage.Writing;

/// <summary>Something to do inside a transaction.</summary>
/// <param name="ids">Statements it will look for.</param>
/// <param name="isRepeatable">See <see cref="IsRepeatable"/>.</param>
internal abstract class WriteWork<TSession>(IReadOnlyCollection<Guid> ids, bool isRepeatable)
{
    /// <value>Whether doing it twice is the same as doing it once: storing a statement is, a change that looks at what is there is
    /// not.</value>
    public bool IsRepeatable => isRepeatable;

    /// <value>Statements it will look for.</value>
    public IReadOnlyCollection<Guid> Ids => ids;

    public abstract void Do(TSession session);

    public abstract void Succeed();

    public abstract void Fail(Exception reason);
}

/// <summary>Something to do that yields a value, handed over after the commit.</summary>
internal sealed class WriteWork<TSession, T>(Func<TSession, T> work, IReadOnlyCollection<Guid> ids, bool isRepeatable)
    : WriteWork<TSession>(ids, isRepeatable)
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Completion => completion.Task;

    public override void Do(TSession session) => result = work(session);

    public override void Succeed() => completion.TrySetResult(result!);

    public override void Fail(Exception reason) => completion.TrySetException(reason);
}
