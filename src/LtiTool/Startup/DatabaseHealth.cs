using System.Data.Common;
using LearningBuddy.LtiTool.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LearningBuddy.LtiTool.Startup;

/// <summary>Ready means: the database answers.</summary>
internal sealed class DatabaseHealth(ILaunchDatabase database) : IHealthCheck
{
    private static readonly SqlStatement Ask = new("SELECT 'ready'");

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await database.FirstAsync(Ask, row => row.GetString(0), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (DbException exception)
        {
            return HealthCheckResult.Unhealthy("The database doesn't answer.", exception);
        }
    }
}
