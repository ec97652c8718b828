using LearningBuddy.LtiTool.Data.Rows;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Sends what is due in one queue, batch after batch.</summary>
internal sealed partial class LaneRunner(IServiceScopeFactory scopes, DeliveryMetrics metrics, ILogger<LaneRunner> logger)
{
    private const int BatchSize = 50;
    private readonly string owner = $"{Environment.MachineName}:{Guid.NewGuid():N}";

    /// <summary>Goes on until nothing is due or the destination has to be left alone.</summary>
    /// <returns>How many deliveries were tried.</returns>
    public async Task<int> EmptyAsync(Lane lane, CancellationToken ct)
    {
        await lane.EnterAsync(ct);
        var tried = 0;
        try
        {
            while (lane.PausedUntil is null && await SendBatchAsync(lane, ct) is var batch and > 0)
            {
                tried += batch;
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The worker must go on with the other queues; what this one held is free again when the lease runs out.
            Log.Failed(logger, lane.Key.Kind, exception);
        }
        finally
        {
            lane.Leave();
        }

        return tried;
    }

    private async Task<int> SendBatchAsync(Lane lane, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
        var batch = await outbox.ClaimAsync(owner, lane.Key, BatchSize, ct);
        if (batch.Count == 0)
        {
            return 0;
        }

        var sender = scope.ServiceProvider.GetServices<IDeliverySender>().Single(sender => sender.Kind == lane.Key.Kind);
        var outcomes = await sender.SendAsync(lane.Key.Destination, batch, ct);
        await outbox.SettleAsync(owner, sender, batch, outcomes, ct);
        lane.Note([.. outcomes.Values]);
        metrics.Tried(lane.Key.Kind, outcomes.Values);
        Log.Tried(logger, batch.Count, lane.Key.Kind, outcomes.Values.Count(outcome => outcome is DeliveryOutcome.Done));
        return batch.Count;
    }

    private static partial class Log
    {
        [LoggerMessage(4001, LogLevel.Information, "Tried {Count} deliveries of kind {Kind}: {Done} done")]
        public static partial void Tried(ILogger logger, int count, DeliveryKind kind, int done);

        [LoggerMessage(4003, LogLevel.Error, "Sending deliveries of kind {Kind} failed; what was due stays due")]
        public static partial void Failed(ILogger logger, DeliveryKind kind, Exception exception);
    }
}
