using System.Threading.Channels;

namespace LearningBuddy.LtiTool.Spine;

/// <summary>Tells the workers of this node that there is something to send, so that nobody waits for the next round.</summary>
public sealed class OutboxSignal
{
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

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
