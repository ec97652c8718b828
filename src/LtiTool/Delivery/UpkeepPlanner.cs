using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Hosting;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Sees to it that upkeep is planned: it plans itself again after each turn, so only a new database lacks it.</summary>
internal sealed class UpkeepPlanner(IServiceScopeFactory scopes, TimeProvider clock, ILogger<UpkeepPlanner> logger)
    : PeriodicWorker(UpkeepDue.Every, logger)
{
    /// <inheritdoc />
    protected override async Task RoundAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await UpkeepDue.PlanAsync(scope.ServiceProvider.GetRequiredService<BuddyDbContext>(), clock, ct);
    }
}
