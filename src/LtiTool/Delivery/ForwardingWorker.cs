namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Looks for statements to forward, again and again, where the settings name a store that is to have them.</summary>
internal sealed partial class ForwardingWorker(IServiceScopeFactory scopes, ForwardingShares shares, ILogger<ForwardingWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    /// <summary>Queues everything that is new, once.</summary>
    /// <returns>How many statements were queued.</returns>
    public async Task<int> QueueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StatementForwarding>().QueueAsync(ct);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (shares.All.Count == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await QueueAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The loop must go on: the cursor has not moved past what was not queued.
                Log.Failed(logger, exception);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(4020, LogLevel.Error, "Statements could not be queued for forwarding this time")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
