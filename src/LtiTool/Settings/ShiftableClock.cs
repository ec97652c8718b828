namespace LearningBuddy.LtiTool.Settings;

/// <summary>The real time, moved by an offset: six weeks are demonstrated in seconds. Only where the demo is on.</summary>
public sealed class ShiftableClock : TimeProvider
{
    private long offsetTicks;

    /// <summary>How far ahead of real time it is.</summary>
    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks));
        set => Interlocked.Exchange(ref offsetTicks, value.Ticks);
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;
}
