namespace LearningBuddy.DemoLms.World;

/// <summary>The time in the demo: the machine's clock plus an offset that people move by hours, days and weeks.</summary>
public sealed class DemoClock(TimeProvider machine) : TimeProvider
{
    private long offsetTicks;

    /// <value>How far the demo is ahead of the machine; never negative.</value>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks));

    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + Offset;

    /// <summary>Moves forward. Going back would break timestamps that must grow.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref offsetTicks, by.Ticks);
    }
}
