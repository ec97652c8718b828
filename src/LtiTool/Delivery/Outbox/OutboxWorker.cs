using System.Collections.Concurrent;
using LearningBuddy.LtiTool.Spine;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>
/// Empties the outbox: woken by each change, and looking by itself every few seconds for what became due. Each destination has a queue of
/// its own, so that a slow or dead one holds up no other.
/// </summary>
internal sealed partial class OutboxWorker(
    IServiceScopeFactory scopes, OutboxSignal signal, Lanes lanes, LaneRunner runner, ILogger<OutboxWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<LaneKey, Task> underWay = new();

    /// <summary>Sends everything that is due now; what is under way is waited for. Queues that pause are left alone.</summary>
    /// <returns>How many deliveries were tried.</returns>
    public async Task<int> DrainAsync(CancellationToken ct)
    {
        var tried = 0;
        while (true)
        {
            await Task.WhenAll(underWay.Values);
            var due = await DueAsync(ct);
            tried += (await Task.WhenAll(due.Select(lane => runner.EmptyAsync(lane, ct)))).Sum();
            if (due.Count == 0 && underWay.Values.All(run => run.IsCompleted))
            {
                return tried;
            }
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                // Waits first: the first seconds of a start belong to the first launches.
                await signal.WaitAsync(LookEvery, TimeProvider.System, stoppingToken);
                await LookAsync(stoppingToken);
            }
        }
        finally
        {
            await Task.WhenAll(underWay.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        try
        {
            Start(await DueAsync(ct), ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The loop must go on: the rows are still there.
            Log.RoundFailed(logger, exception);
        }
    }

    private async Task<IReadOnlyList<Lane>> DueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var due = await scope.ServiceProvider.GetRequiredService<Outbox>().DueAsync(ct);
        return [.. due.Select(lanes.Of).Where(lane => lane.PausedUntil is null)];
    }

    private void Start(IEnumerable<Lane> due, CancellationToken ct)
    {
        foreach (var lane in due.Where(lane => !underWay.TryGetValue(lane.Key, out var run) || run.IsCompleted))
        {
            underWay[lane.Key] = Task.Run(() => runner.EmptyAsync(lane, ct), ct);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(4002, LogLevel.Error, "A round of the outbox failed; what was due stays due")]
        public static partial void RoundFailed(ILogger logger, Exception exception);
    }
}
