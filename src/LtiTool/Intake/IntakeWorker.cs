using LearningBuddy.XApi.Client;

namespace LearningBuddy.LtiTool.Intake;

/// <summary>Looks for evidence found elsewhere, again and again.</summary>
internal sealed partial class IntakeWorker(IServiceScopeFactory scopes, ILogger<IntakeWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    /// <summary>Reads everything that is new, once.</summary>
    public async Task ReadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FoundEvidenceReader>().ReadAsync(ct);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ReadAsync(stoppingToken);
            }
            catch (LrsReadException failure)
            {
                Log.NotRead(logger, failure.Message);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The loop must go on: the cursor has not moved past what was not offered.
                Log.Failed(logger, exception);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2101, LogLevel.Warning, "A record store could not be read: {Reason}")]
        public static partial void NotRead(ILogger logger, string reason);

        [LoggerMessage(2102, LogLevel.Error, "Reading other systems' statements failed this time")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
