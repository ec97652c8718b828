namespace LearningBuddy.LtiTool.Data;

/// <summary>The write of one launch, on its way through a commit that it shares.</summary>
internal abstract class LaunchWork
{
    /// <summary>Does the work; false when its changes must be undone.</summary>
    public abstract Task<bool> RunAsync(PlainSql sql);

    /// <summary>Tells who waits how it ended, after the commit.</summary>
    public abstract void Finish();

    /// <summary>Tells who waits that nothing was committed.</summary>
    public abstract void Fail(Exception exception);
}

/// <inheritdoc />
internal sealed class LaunchWork<T>(Func<PlainSql, Task<T>> work, TaskCompletionSource<T> outcome) : LaunchWork
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
        catch (Exception exception)
        {
            // The loop must go on: what went wrong with one launch is told to that one.
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
