using LearningBuddy.LtiTool.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Sessions;

/// <summary>Forgets ended sessions and nonces that can't come back, a few times an hour.</summary>
internal sealed partial class SessionCleaning(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SessionCleaning> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

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
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Log.Cleaned(logger, await CleanAsync(stoppingToken));
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
        [LoggerMessage(1101, LogLevel.Debug, "Forgot {Count} ended sessions")]
        public static partial void Cleaned(ILogger logger, int count);

        [LoggerMessage(1102, LogLevel.Warning, "Ended sessions could not be forgotten this time")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
