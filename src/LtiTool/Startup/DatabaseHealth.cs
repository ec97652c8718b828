using LearningBuddy.LtiTool.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LearningBuddy.LtiTool.Startup;

/// <summary>Ready means: the database answers.</summary>
internal sealed class DatabaseHealth(BuddyDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database doesn't answer.");
}
