using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Keeps the outbox small and its metrics fresh: what was sent long ago is emptied, for it holds the same personal data as the statement.</summary>
internal sealed partial class DeliveryUpkeep(
    IServiceScopeFactory scopes, DeliveryMetrics metrics, IOptions<LearningBuddyOptions> options, TimeProvider clock, ILogger<DeliveryUpkeep> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>Empties payloads that were sent longer ago than the settings keep them. Id, time and answer stay.</summary>
    /// <returns>How many were emptied.</returns>
    public async Task<int> PurgeAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        using var turn = await scope.ServiceProvider.GetRequiredService<WriteGate>().EnterAsync(ct);
        var before = clock.GetUtcNow().AddDays(-options.Value.Delivery.KeepSentDays);
        var empty = Array.Empty<byte>();
        return await db.Deliveries
            .Where(row => row.State == DeliveryState.Sent && row.SettledAt < before && row.Payload != empty)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Payload, empty), ct);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not at once: the first seconds belong to the first launches.
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await metrics.RefreshAsync(scope.ServiceProvider.GetRequiredService<BuddyDbContext>(), clock.GetUtcNow(), stoppingToken);
                await PurgeAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The loop must go on: the next round does the same work.
                Log.Failed(logger, exception);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(4010, LogLevel.Warning, "Upkeep of the outbox failed this time")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
