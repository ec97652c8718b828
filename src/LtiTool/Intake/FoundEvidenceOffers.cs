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

        await OfferAsync([.. readings.OfType<StatementReading.Found>()], ct);
        await TakeBackAsync([.. readings.OfType<StatementReading.Voided>().Select(reading => reading.StatementId)], ct);
        move(await db.StatementCursors.ToMoveAsync(source, ct));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
    }

    /// <summary>How far a source was read, or null.</summary>
    public Task<StatementCursor?> CursorAsync(string source, CancellationToken ct) => db.StatementCursors.ReadAsync(source, ct);

    private async Task OfferAsync(List<StatementReading.Found> readings, CancellationToken ct)
    {
        if (readings.Count == 0)
        {
            return;
        }

        var homes = new AccountHomes(await db.Platforms.AsNoTracking().ToListAsync(ct));
        var learners = await LearnersAsync(readings, ct);
        var known = await KnownAsync(readings, ct);
        foreach (var found in readings)
        {
            foreach (var learner in homes.PlatformsOf(found.HomePage).SelectMany(platform => learners[(platform, found.Name)]))
            {
                var rule = IsWithin(found.Statement, learner.StartedAt) ? learner.Rules.FirstOrDefault(rule => rule.Matches(found.Statement)) : null;
                if (rule is not null && known.Add((learner.ParticipationId, found.Statement.Id)))
                {
                    db.FoundEvidence.Add(new FoundEvidence(Ids.New(clock), learner.ParticipationId, found.Statement, rule.BehaviourId, clock.GetUtcNow()));
                }
            }
        }
    }

    /// <summary>Everybody who may be meant, by account, in one question.</summary>
    private async Task<ILookup<(Guid Platform, string Subject), FoundLearner>> LearnersAsync(List<StatementReading.Found> readings, CancellationToken ct)
    {
        List<string> names = [.. readings.Select(found => found.Name).Distinct(StringComparer.Ordinal)];
        var rows = await (
            from person in db.People
            join participation in db.Participations on person.Id equals participation.PersonId
            join journey in db.Journeys on participation.JourneyId equals journey.Id
            where names.Contains(person.Subject)
            select new { person.PlatformId, person.Subject, participation.Id, participation.StartedAt, journey }).AsNoTrackingWithIdentityResolution().ToListAsync(ct);
        return rows.ToLookup(row => (row.PlatformId, row.Subject), row => new FoundLearner(row.Id, row.StartedAt, row.journey.Definition?.FoundRules ?? []));
    }

    /// <summary>What was offered before, to whom, in one question.</summary>
    private async Task<HashSet<(Guid Participation, Guid Statement)>> KnownAsync(List<StatementReading.Found> readings, CancellationToken ct)
    {
        List<Guid> ids = [.. readings.Select(found => found.Statement.Id)];
        var rows = await db.FoundEvidence.Where(found => ids.Contains(found.StatementId)).Select(found => new { found.ParticipationId, found.StatementId }).ToListAsync(ct);
        return [.. rows.Select(row => (row.ParticipationId, row.StatementId))];
    }

    /// <summary>What happened before the learner started, or is dated later than now, is nobody's practice here.</summary>
    private bool IsWithin(FoundStatement statement, DateTimeOffset startedAt) =>
        statement.HappenedAt >= startedAt.AddDays(-1) && statement.HappenedAt <= clock.GetUtcNow().AddMinutes(5);

    /// <summary>What came in the same batch too: it is in the context, and saved first.</summary>
    private async Task TakeBackAsync(List<Guid> statementIds, CancellationToken ct)
    {
        if (statementIds.Count == 0)
        {
            return;
        }

        await db.SaveChangesAsync(ct);
        (await db.FoundEvidence.Where(found => statementIds.Contains(found.StatementId)).ToListAsync(ct)).ForEach(found => found.TakeBack());
    }

    /// <summary>Somebody a statement may be about.</summary>
    private sealed record FoundLearner(Guid ParticipationId, DateTimeOffset StartedAt, IReadOnlyList<FoundRule> Rules);
}
