using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LearningBuddy.LtiTool.Startup;

/// <summary>Ready means: the database answers, and takes what is written. After a full disk it is tried again at each question.</summary>
internal sealed class DatabaseHealth(BuddyDbContext db, WriteGate gate, StorageState storage) : IHealthCheck
{
    /// <summary>More than a page of the database, so that one has to be added for it.</summary>
    private const int ProbeLetters = 20_000;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!await db.Database.CanConnectAsync(cancellationToken))
        {
            return HealthCheckResult.Unhealthy("The database doesn't answer.");
        }

        if (!storage.IsFull)
        {
            return HealthCheckResult.Healthy();
        }

        try
        {
            await WriteAsync(cancellationToken);
            storage.Recovered();
            return HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (StorageFull.Is(fault))
        {
            return HealthCheckResult.Unhealthy("The disk is full.");
        }
    }

    /// <summary>Writes something that nobody needs, and takes it out again.</summary>
    private async Task WriteAsync(CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        var probe = new ToolSecretRow { Name = "probe " + Guid.NewGuid().ToString("N"), Hash = new string('0', ProbeLetters) };
        db.ToolSecrets.Add(probe);
        await db.SaveChangesAsync(ct);
        await db.ToolSecrets.Where(row => row.Name == probe.Name).ExecuteDeleteAsync(ct);
    }
}
