using LearningBuddy.LtiTool.Data.Rows;

namespace LearningBuddy.LtiTool.Spine.Due;

/// <summary>Handles what becomes due, at its own pace and with its own connection: batch after batch, one item after the other.</summary>
internal sealed partial class DueWorker(IServiceScopeFactory scopes, DueKindTable kinds, DueSignal signal, ILogger<DueWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private readonly string owner = $"{Environment.MachineName}:{Guid.NewGuid():N}";
    private readonly SemaphoreSlim round = new(1);

    /// <summary>Handles everything that is due now; one round at a time.</summary>
    /// <returns>How many items were handled.</returns>
    public async Task<int> DrainAsync(CancellationToken ct)
    {
        await round.WaitAsync(ct);
        try
        {
            var handled = 0;
            while (await BatchAsync(ct) is var batch and > 0)
            {
                handled += batch;
            }

            return handled;
        }
        finally
        {
            round.Release();
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        round.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            // Waits first: the first seconds of a start belong to the first launches.
            await signal.WaitAsync(LookEvery, TimeProvider.System, stoppingToken);
            try
            {
                await DrainAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The loop must go on: what was due stays due.
                Log.RoundFailed(logger, exception);
            }
        }
    }

    private async Task<int> BatchAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var queue = scope.ServiceProvider.GetRequiredService<DueQueue>();
        var batch = await queue.ClaimAsync(owner, ct);
        foreach (var item in batch)
        {
            await HandleAsync(queue, item, ct);
        }

        return batch.Count;
    }

    private async Task HandleAsync(DueQueue queue, DueItemRow item, CancellationToken ct)
    {
        try
        {
            if (kinds.Find(item.Kind) is not { } kind)
            {
                // A newer version planned it, and its node will handle it.
                await queue.FailAsync(item, "Unknown kind", ct);
                return;
            }

            await using var scope = scopes.CreateAsyncScope();
            var again = await ((IDueKind)scope.ServiceProvider.GetRequiredService(kind)).HandleAsync(item, ct);
            await queue.SettleAsync(item, again, ct);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            // One that fails holds up no other; it comes again, later each time.
            Log.ItemFailed(logger, item.Kind, item.SubjectId, exception);
            await queue.FailAsync(item, exception.GetType().Name, ct);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5001, LogLevel.Error, "A round of what is due failed; what was due stays due")]
        public static partial void RoundFailed(ILogger logger, Exception exception);

        [LoggerMessage(5002, LogLevel.Error, "Handling {Kind} {Subject} failed; it is tried again")]
        public static partial void ItemFailed(ILogger logger, string kind, Guid subject, Exception exception);
    }
}
