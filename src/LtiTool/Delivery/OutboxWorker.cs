using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Empties the outbox: woken by each change, and looking by itself every few seconds for what became due.</summary>
internal sealed partial class OutboxWorker(IServiceScopeFactory scopes, OutboxSignal signal, DeliveryMetrics metrics, ILogger<OutboxWorker> logger) : BackgroundService
{
    private const int BatchSize = 50;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim oneRound = new(1, 1);
    private readonly string owner = $"{Environment.MachineName}:{Guid.NewGuid():N}";

    /// <summary>Sends everything that is due now; a round that is under way is waited for.</summary>
    /// <returns>How many deliveries were tried.</returns>
    public async Task<int> DrainAsync(CancellationToken ct)
    {
        await oneRound.WaitAsync(ct);
        try
        {
            var tried = 0;
            while (await SendBatchAsync(ct) is var batch and > 0)
            {
                tried += batch;
            }

            return tried;
        }
        finally
        {
            oneRound.Release();
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        oneRound.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await DrainAsync(stoppingToken);
                await NudgesAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The loop must go on: the rows are still there, and their lease runs out.
                Log.RoundFailed(logger, exception);
            }

            await signal.WaitAsync(LookEvery, TimeProvider.System, stoppingToken);
        }
    }

    private async Task<int> SendBatchAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
        var rows = await outbox.ClaimAsync(owner, BatchSize, ct);
        foreach (var group in rows.GroupBy(row => (row.Kind, row.Destination)))
        {
            var sender = scope.ServiceProvider.GetServices<IDeliverySender>().Single(sender => sender.Kind == group.Key.Kind);
            var batch = group.ToList();
            var outcomes = await sender.SendAsync(group.Key.Destination, batch, ct);
            await outbox.SettleAsync(owner, batch, outcomes, ct);
            metrics.Tried(group.Key.Kind, outcomes.Values);
            Log.Tried(logger, batch.Count, group.Key.Kind, outcomes.Values.Count(outcome => outcome is DeliveryOutcome.Done));
        }

        return rows.Count;
    }

    private async Task NudgesAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DueNudges>().SendAsync(ct);
    }

    private static partial class Log
    {
        [LoggerMessage(4001, LogLevel.Information, "Tried {Count} deliveries of kind {Kind}: {Done} done")]
        public static partial void Tried(ILogger logger, int count, DeliveryKind kind, int done);

        [LoggerMessage(4002, LogLevel.Error, "A round of the outbox failed; what was due stays due")]
        public static partial void RoundFailed(ILogger logger, Exception exception);
    }
}
