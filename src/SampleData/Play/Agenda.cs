namespace LearningBuddy.SampleData.Play;

/// <summary>
/// What is going to happen, by time. Whoever acts puts what follows here, always later than now: so nothing can come before its cause.
/// </summary>
/// <param name="from">The first moment.</param>
/// <param name="until">What would happen then or later doesn't.</param>
internal sealed class Agenda(DateTimeOffset from, DateTimeOffset until)
{
    private readonly PriorityQueue<Action, (DateTimeOffset At, int Turn)> waiting = new();
    private int turns;

    /// <summary>The moment.</summary>
    public DateTimeOffset Now { get; private set; } = from;

    /// <summary>Puts something down.</summary>
    /// <param name="at">When; not before <see cref="Now"/>.</param>
    /// <param name="what">What is done then.</param>
    public void At(DateTimeOffset at, Action what)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(at, Now);
        waiting.Enqueue(what, (at, ++turns));
    }

    /// <summary>Puts something down for later.</summary>
    public void In(TimeSpan time, Action what) => At(Now + time, what);

    /// <summary>Lets everything happen.</summary>
    public void Run()
    {
        while (waiting.TryDequeue(out var what, out var when) && when.At < until)
        {
            Now = when.At;
            what();
        }
    }
}
