using System.Text.Json;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Json;
using LearningBuddy.LtiTool.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Sessions;

/// <summary>Reads sessions: one indexed query a request.</summary>
internal sealed class SessionStore(BuddyDbContext db, SessionQueries queries, WriteGate gate)
{
    /// <summary>The session with this handle, or null.</summary>
    public async Task<OpenSession?> FindAsync(string handleHash)
    {
        // One connection for the whole request; the context gives it back with the scope.
        await db.Database.OpenConnectionAsync();
        if (await queries.ByHandle(db, handleHash) is not { } reading)
        {
            return null;
        }

        var row = reading.Session;
        var facts = JsonSerializer.Deserialize<SessionFacts>(row.Facts, StoredJson.Options) ?? new SessionFacts();
        var name = reading.Name ?? reading.ChosenName;
        return new OpenSession(
            row.Id, row.HandleHash, row.CookieHash, row.PersonId, name ?? "Learner " + reading.PersonId.ToString("N")[^4..], name is null,
            row.PlatformId, row.CourseId, row.JourneyId, reading.Definition, row.Role, row.Purpose, facts, row.LastSeenAt, row.OpenedAt);
    }

    /// <summary>Notes that the session is alive.</summary>
    public async Task TouchAsync(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        await db.Sessions.Where(session => session.Id == id).ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), ct);
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
    public Task<SessionRow> RowAsync(Guid id, CancellationToken ct) => db.Sessions.AsNoTracking().SingleAsync(session => session.Id == id, ct);
}
