namespace LearningBuddy.LtiTool.Hosting;

/// <summary>
/// Does the same work again and again while the tool runs, the first time after one pause. A round that fails is logged; the next one does
/// the same work.
/// </summary>
/// <param name="every">The pause between rounds.</param>
/// <param name="logger">Told what failed, under the worker's own name.</param>
internal abstract partial class PeriodicWorker(TimeSpan every, ILogger logger) : BackgroundService
{
    /// <summary>One round. What it throws ends this round only.</summary>
    protected abstract Task RoundAsync(CancellationToken ct);

    /// <inheritdoc />
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The loop must go on.
                Log.Failed(logger, exception);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1001, LogLevel.Error, "A round failed; the next one does the same work")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
