using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;

namespace LearningBuddy.LtiTool.Spine;

/// <summary>
/// The one way to change a journey: state, events and the deliveries that follow from them commit in one transaction, or none of them.
/// </summary>
public sealed class JourneyWriter(
    BuddyDbContext db, WriteGate gate, DatabaseAddress address, IEnumerable<IProjection> projections, OutboxSignal outbox, TimeProvider clock)
{
    /// <summary>Runs a change. What <paramref name="work"/> throws undoes all of it.</summary>
    /// <param name="work">Changes entities of the context and notes what happened.</param>
    /// <param name="ct">Cancels before the commit; after it nothing is undone.</param>
    public async Task<T> WriteAsync<T>(Func<JourneyChange, Task<T>> work, CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var change = new JourneyChange(clock);
        var result = await work(change);
        if (change.Events.Count > 0)
        {
            db.Events.AddRange(change.Events.Select(JourneyEventRow.From));
            await db.SaveChangesAsync(ct);
            foreach (var projection in projections)
            {
                await projection.ProjectAsync(db, change.Events, ct);
            }
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        if (change.Events.Count > 0)
        {
            outbox.Wake();
        }

        return result;
    }

    /// <summary>Holds off everybody else who locks the same thing until the transaction ends. On SQLite the single writer does that already.</summary>
    public async Task LockAsync(Guid what, CancellationToken ct)
    {
        if (!address.IsSqlite)
        {
            await Locks.TakeAsync(db, what, ct);
        }
    }
}
