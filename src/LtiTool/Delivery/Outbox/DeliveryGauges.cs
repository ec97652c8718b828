using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Hosting;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Keeps this node's metrics of the outbox fresh.</summary>
internal sealed class DeliveryGauges(
    IServiceScopeFactory scopes, DeliveryMetrics metrics, TimeProvider clock, ILogger<DeliveryGauges> logger)
    : PeriodicWorker(TimeSpan.FromMinutes(1), logger)
{
    /// <inheritdoc />
    protected override async Task RoundAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await metrics.RefreshAsync(scope.ServiceProvider.GetRequiredService<BuddyDbContext>(), clock.GetUtcNow(), ct);
    }
}
