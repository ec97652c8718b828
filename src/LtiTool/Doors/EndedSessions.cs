using LearningBuddy.LtiTool.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>Forgets ended sessions, and nonces that can't come back.</summary>
internal sealed class EndedSessions(BuddyDbContext db, WriteGate gate, TimeProvider clock)
{
    /// <summary>Forgets what has ended by now.</summary>
    /// <returns>How many sessions were forgotten.</returns>
    public async Task<int> ForgetAsync(CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        var now = clock.GetUtcNow();
        var (idle, oldest) = (now - SessionRules.Idle, now - SessionRules.Longest);
        await db.UsedNonces.Where(nonce => nonce.ExpiresAt < now).ExecuteDeleteAsync(ct);
        return await db.Sessions.Where(session => session.LastSeenAt < idle || session.OpenedAt < oldest).ExecuteDeleteAsync(ct);
    }
}
