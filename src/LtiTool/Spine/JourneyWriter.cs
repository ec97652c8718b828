using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine.Due;
using LearningBuddy.Shared.Core;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Spine;

/// <summary>
/// The one way to change a journey: state, events, what follows from them, what becomes due and what leaves the tool commit in one
/// transaction, or none of them. It owns consistency: callers say what a change is about, and neither lock nor repeat anything.
/// </summary>
public sealed class JourneyWriter(BuddyDbContext db, JourneyWriterParts parts, TimeProvider clock)
{
    /// <summary>Whoever loses this often in a row has met something else than somebody faster.</summary>
    private const int MostTries = 4;

    /// <summary>Runs a change. What <paramref name="work"/> throws undoes all of it.</summary>
    /// <param name="subjects">What it is about.</param>
    /// <param name="actor">Who changes something.</param>
    /// <param name="work">
    /// Loads, decides, and notes what happened. It runs again when somebody else was faster, and then finds what they left: so it
    /// must read what it decides by, and keep nothing of its first run.
    /// </param>
    /// <param name="ct">Cancels before the commit; after it nothing is undone.</param>
    public async Task<T> ChangeAsync<T>(Subjects subjects, Actor actor, Func<JourneyChange, Task<T>> work, CancellationToken ct)
    {
        using var turn = await parts.Gate.EnterAsync(ct);
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TryAsync(subjects, actor, work, ct);
            }
            catch (Exception exception) when (tries < MostTries && LostRace.Is(exception))
            {
                // Looks again, and finds what the other left.
            }
        }
    }

    /// <summary>The same for work that waits for nothing.</summary>
    public Task<T> ChangeAsync<T>(Subjects subjects, Actor actor, Func<JourneyChange, T> work, CancellationToken ct) =>
        ChangeAsync(subjects, actor, change => Task.FromResult(work(change)), ct);

    private async Task<T> TryAsync<T>(Subjects subjects, Actor actor, Func<JourneyChange, Task<T>> work, CancellationToken ct)
    {
        db.ChangeTracker.Clear();

        // All or nothing: there is no point within to go back to.
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await parts.Locks.TakeAsync(subjects, ct);
        await parts.Once.TakeAsync(clock.GetUtcNow(), ct);
        var change = new JourneyChange(clock, actor, await LoadAsync(subjects, ct));
        var result = await work(change);
        await KeepAsync(change, ct);
        await transaction.CommitAsync(ct);
        parts.Once.Settle();
        parts.Tell(change);
        return result;
    }

    private async Task<List<LearnerState>> LoadAsync(Subjects subjects, CancellationToken ct)
    {
        var learners = new List<LearnerState>();
        foreach (var id in subjects.Participations)
        {
            if (await parts.Learners.FindAsync(id, ct) is { } learner)
            {
                learners.Add(learner);
            }
        }

        return learners;
    }

    private async Task KeepAsync(JourneyChange change, CancellationToken ct)
    {
        if (change.Events.Count > 0)
        {
            db.Events.AddRange(change.Events.Select(JourneyEventRow.From));
            var context = new ChangeContext(db, change);
            foreach (var projection in parts.Projections)
            {
                await projection.ProjectAsync(context, ct);
            }
        }

        await DuePlan.KeepAsync(db, change.Due, ct);
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>What the writer works with.</summary>
public sealed class JourneyWriterParts
{
    private readonly OutboxSignal outbox;
    private readonly DueSignal due;

    internal JourneyWriterParts(
        WriteGate gate, SubjectLocks locks, LearnerReader learners, IEnumerable<IProjection> projections,
        OnlyOnce once, OutboxSignal outbox, DueSignal due)
    {
        Once = once;
        (Gate, Locks, Learners, Projections) = (gate, locks, learners, [.. projections]);
        (this.outbox, this.due) = (outbox, due);
    }

    internal WriteGate Gate { get; }

    internal SubjectLocks Locks { get; }

    internal LearnerReader Learners { get; }

    internal OnlyOnce Once { get; }

    internal IReadOnlyList<IProjection> Projections { get; }

    /// <summary>Tells the workers of this node what there is to do now.</summary>
    internal void Tell(JourneyChange change)
    {
        if (change.Events.Count > 0)
        {
            outbox.Wake();
        }

        if (change.Due.Any(item => item.Row.DueAt <= change.Now))
        {
            due.Wake();
        }
    }
}
