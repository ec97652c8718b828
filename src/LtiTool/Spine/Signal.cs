using System.Threading.Channels;

namespace LearningBuddy.LtiTool.Spine;

/// <summary>Tells a worker of this node that there is something to do, so that nobody waits for its next round.</summary>
public abstract class Signal
{
    private readonly Channel<bool> bell =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Rings.</summary>
    public void Wake() => bell.Writer.TryWrite(true);

    /// <summary>Waits for a ring, or until the time is up.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken ct)
    {
        using var timeUp = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeUp.Token, ct);
        try
        {
            await bell.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The time is up: look all the same.
        }
    }
}

/// <summary>Tells this node's worker that there is something to send.</summary>
public sealed class OutboxSignal : Signal;
