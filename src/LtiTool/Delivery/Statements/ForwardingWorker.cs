using LearningBuddy.LtiTool.Hosting;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Looks for statements to forward, again and again, where the settings name a store that is to have them.</summary>
internal sealed class ForwardingWorker(IServiceScopeFactory scopes, ForwardingShares shares, ILogger<ForwardingWorker> logger)
    : PeriodicWorker(TimeSpan.FromSeconds(10), logger)
{
    /// <summary>Queues everything that is new, once.</summary>
    /// <returns>How many statements were queued.</returns>
    public async Task<int> QueueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StatementForwarding>().QueueAsync(ct);
    }

    /// <inheritdoc />
    protected override Task RoundAsync(CancellationToken ct) => shares.All.Count == 0 ? Task.CompletedTask : QueueAsync(ct);
}
