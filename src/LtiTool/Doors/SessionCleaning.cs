using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>Forgets ended sessions and nonces that can't come back, a few times an hour.</summary>
internal sealed class SessionCleaning(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SessionCleaning> logger)
    : PeriodicWorker(TimeSpan.FromMinutes(15), logger)
{
    /// <summary>Forgets what has ended by now.</summary>
    /// <returns>How many sessions were forgotten.</returns>
    public async Task<int> CleanAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        using var turn = await scope.ServiceProvider.GetRequiredService<WriteGate>().EnterAsync(ct);
        var now = clock.GetUtcNow();
        var (idle, oldest) = (now - SessionRules.Idle, now - SessionRules.Longest);
        await db.UsedNonces.Where(nonce => nonce.ExpiresAt < now).ExecuteDeleteAsync(ct);
        return await db.Sessions.Where(session => session.LastSeenAt < idle || session.OpenedAt < oldest).ExecuteDeleteAsync(ct);
    }

    /// <inheritdoc />
    protected override Task RoundAsync(CancellationToken ct) => CleanAsync(ct);
}
