using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Practice;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Intake;

/// <summary>Offers what was read to learners, together with how far was read: nothing is lost, and nothing offered twice.</summary>
internal sealed class FoundEvidenceOffers(BuddyDbContext db, WriteGate gate, DatabaseAddress address, TimeProvider clock)
{
    /// <summary>Two nodes that read the same statements offer them one after the other.</summary>
    private static readonly Guid OneAtATime = new("5b7f0c8e-2f0f-4d0a-9c55-3f3f6f6a1e01");

    /// <summary>Works through statements and moves the cursor, in one transaction.</summary>
    public async Task OfferAsync(IReadOnlyList<StatementReading> readings, Action<StatementCursor> move, string source, CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!address.IsSqlite)
        {
            await Locks.TakeAsync(db, OneAtATime, ct);
        }

        var homes = new AccountHomes(await db.Platforms.AsNoTracking().ToListAsync(ct));
        foreach (var reading in readings)
        {
            switch (reading)
            {
                case StatementReading.Found found:
                    await OfferAsync(found, homes.PlatformsOf(found.HomePage), ct);
                    break;
                case StatementReading.Voided voided:
                    await TakeBackAsync(voided.StatementId, ct);
                    break;
                default:
                    break;
            }
        }

        move(await CursorAsync(source, ct));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
    }

    private async Task OfferAsync(StatementReading.Found found, IReadOnlyList<Guid> platforms, CancellationToken ct)
    {
        var learners = await (
            from person in db.People
            join participation in db.Participations on person.Id equals participation.PersonId
            join journey in db.Journeys on participation.JourneyId equals journey.Id
            where person.Subject == found.Name && platforms.Contains(person.PlatformId)
            select new { participation, journey }).AsNoTracking().ToListAsync(ct);
        foreach (var learner in learners.Where(row => IsWithin(found.Statement, row.participation.StartedAt)))
        {
            var rule = learner.journey.Definition?.FoundRules.FirstOrDefault(rule => rule.Matches(found.Statement));
            if (rule is not null && !await IsKnownAsync(learner.participation.Id, found.Statement.Id, ct))
            {
                db.FoundEvidence.Add(new FoundEvidence(Ids.New(clock), learner.participation.Id, found.Statement, rule.BehaviourId, clock.GetUtcNow()));
            }
        }
    }

    /// <summary>What happened before the learner started, or is dated later than now, is nobody's practice here.</summary>
    private bool IsWithin(FoundStatement statement, DateTimeOffset startedAt) =>
        statement.HappenedAt >= startedAt.AddDays(-1) && statement.HappenedAt <= clock.GetUtcNow().AddMinutes(5);

    private async Task<bool> IsKnownAsync(Guid participationId, Guid statementId, CancellationToken ct) =>
        db.FoundEvidence.Local.Any(found => found.ParticipationId == participationId && found.StatementId == statementId)
        || await db.FoundEvidence.AnyAsync(found => found.ParticipationId == participationId && found.StatementId == statementId, ct);

    private async Task TakeBackAsync(Guid statementId, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        foreach (var found in await db.FoundEvidence.Where(found => found.StatementId == statementId).ToListAsync(ct))
        {
            found.Settle(FoundState.Voided);
        }
    }

    private async Task<StatementCursor> CursorAsync(string source, CancellationToken ct)
    {
        if (await db.StatementCursors.FindAsync([source], ct) is { } known)
        {
            return known;
        }

        var cursor = new StatementCursor { Source = source };
        db.StatementCursors.Add(cursor);
        return cursor;
    }
}
