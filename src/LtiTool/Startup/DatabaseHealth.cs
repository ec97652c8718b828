using System.Data.Common;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.XApi.Lrs.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LearningBuddy.LtiTool.Startup;

/// <summary>Ready means: the database answers, and takes what is written. After a full disk it is tried again at each question.</summary>
internal sealed class DatabaseHealth(
    ILaunchDatabase database, IServiceScopeFactory scopes, WriteGate gate, StorageState storage) : IHealthCheck
{
    /// <summary>More than a page of the database, so that one has to be added for it.</summary>
    private const int ProbeLetters = 20_000;

    private static readonly SqlStatement Ask = new("SELECT 'ready'");

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await database.FirstAsync(Ask, row => row.GetString(0), cancellationToken);
            if (storage.IsFull)
            {
                await WriteAsync(cancellationToken);
                storage.Recovered();
            }

            return HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (StorageFull.Is(fault))
        {
            return HealthCheckResult.Unhealthy("The disk is full.");
        }
        catch (DbException fault)
        {
            return HealthCheckResult.Unhealthy("The database doesn't answer.", fault);
        }
    }

    /// <summary>Writes something that nobody needs, and takes it out again.</summary>
    private async Task WriteAsync(CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        var probe = new ToolSecretRow { Name = "probe " + Guid.NewGuid().ToString("N"), Hash = new string('0', ProbeLetters) };
        db.ToolSecrets.Add(probe);
        await db.SaveChangesAsync(ct);
        await db.ToolSecrets.Where(row => row.Name == probe.Name).ExecuteDeleteAsync(ct);
    }
}
