using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>Changes sessions that were opened by a launch.</summary>
internal sealed class SessionStore(BuddyDbContext db, WriteGate gate)
{
    /// <summary>Notes that the session is alive.</summary>
    public async Task TouchAsync(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        await db.Sessions
            .Where(session => session.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), ct);
    }

    /// <summary>Notes that a device is in use.</summary>
    public async Task TouchDeviceAsync(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        await db.Devices
            .Where(device => device.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(device => device.LastSeenAt, now), ct);
    }

    /// <summary>Opens a session of its own for a tab, if its ticket was not used before.</summary>
    public async Task<bool> OpenTabAsync(SessionRow tab, UsedNonceRow ticket, CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        db.UsedNonces.Add(ticket);
        db.Sessions.Add(tab);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return false;
        }
    }

    /// <summary>The stored row, to make a second session like it.</summary>
    public Task<SessionRow> RowAsync(Guid id, CancellationToken ct) =>
        db.Sessions.AsNoTracking().SingleAsync(session => session.Id == id, ct);
}
