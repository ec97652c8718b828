using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.LtiTool.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Keeps the outbox small and its metrics fresh: what was sent long ago is emptied, for it holds the same personal data as the statement.</summary>
internal sealed class DeliveryUpkeep(
    IServiceScopeFactory scopes, DeliveryMetrics metrics, IOptions<LearningBuddyOptions> options, TimeProvider clock, ILogger<DeliveryUpkeep> logger)
    : PeriodicWorker(TimeSpan.FromMinutes(1), logger)
{
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
    protected override async Task RoundAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await metrics.RefreshAsync(scope.ServiceProvider.GetRequiredService<BuddyDbContext>(), clock.GetUtcNow(), ct);
        await PurgeAsync(ct);
    }
}
