using LearningBuddy.LtiTool.Data.Rows;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Which queue: everything of one kind for one destination.</summary>
/// <param name="Kind">What is sent.</param>
/// <param name="Destination">As in <see cref="DeliveryRow.Destination"/>.</param>
internal sealed record LaneKey(DeliveryKind Kind, string Destination);

/// <summary>
/// The queue of one destination as this node sees it. A destination that fails again and again, or asks for time, is left alone for a
/// while: nothing is claimed for it, no try is used up, and the other queues never wait for it.
/// </summary>
/// <remarks>Safe to use from several threads.</remarks>
internal sealed class Lane(LaneKey key, TimeProvider clock) : IDisposable
{
    /// <summary>Failures of the destination, one after the other, before it is left alone.</summary>
    public const int Patience = 5;

    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10)];
    private readonly Lock sync = new();
    private readonly SemaphoreSlim oneBatch = new(1, 1);
    private int failures;
    private DateTimeOffset pausedUntil;

    /// <summary>Which queue.</summary>
    public LaneKey Key => key;

    /// <summary>Until when nothing is sent, UTC, or null.</summary>
    public DateTimeOffset? PausedUntil
    {
        get
        {
            lock (sync)
            {
                return clock.GetUtcNow() < pausedUntil ? pausedUntil : null;
            }
        }
    }

    /// <summary>Waits until no other batch is under way here.</summary>
    public Task EnterAsync(CancellationToken ct) => oneBatch.WaitAsync(ct);

    /// <summary>Lets the next batch in.</summary>
    public void Leave() => oneBatch.Release();

    /// <summary>Learns from what became of a batch.</summary>
    public void Note(IReadOnlyCollection<DeliveryOutcome> outcomes)
    {
        lock (sync)
        {
            if (outcomes.OfType<DeliveryOutcome.Unavailable>().FirstOrDefault() is not { } unavailable)
            {
                failures = 0;
                return;
            }

            failures++;
            var ours = failures < Patience ? TimeSpan.Zero : Pauses[Math.Min(failures - Patience, Pauses.Length - 1)];
            var asked = unavailable.NotBefore ?? TimeSpan.Zero;
            pausedUntil = clock.GetUtcNow() + (asked > ours ? asked : ours);
        }
    }

    /// <summary>Ends a pause: somebody put right what was wrong.</summary>
    public void Resume()
    {
        lock (sync)
        {
            failures = 0;
            pausedUntil = default;
        }
    }

    /// <inheritdoc />
    public void Dispose() => oneBatch.Dispose();
}
