using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// Forgets ended sessions, closed devices, and nonces that can't come back. A session is known for a day after its end: who comes back to
/// its page is shown the way to the course.
/// </summary>
internal sealed class EndedSessions(BuddyDbContext db, WriteGate gate, TimeProvider clock)
{
    private static readonly TimeSpan Known = TimeSpan.FromDays(1);

    /// <summary>Forgets what has ended by now.</summary>
    /// <returns>How many sessions were forgotten.</returns>
    public async Task<int> ForgetAsync(CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        var now = clock.GetUtcNow();
        var (idle, oldest) = (now - SessionRules.Idle - Known, now - SessionRules.Longest - Known);
        var oldestGuest = now - SessionRules.LongestOfGuests - Known;
        var unused = now - Device.Life;
        await db.Devices.Where(device => device.RevokedAt < now - Known || device.LastSeenAt < unused).ExecuteDeleteAsync(ct);
        await db.UsedNonces.Where(nonce => nonce.ExpiresAt < now).ExecuteDeleteAsync(ct);
        return await db.Sessions
            .Where(session => (session.Door != Door.Guest && (session.LastSeenAt < idle || session.OpenedAt < oldest))
                || (session.Door == Door.Guest && session.OpenedAt < oldestGuest))
            .ExecuteDeleteAsync(ct);
    }
}
