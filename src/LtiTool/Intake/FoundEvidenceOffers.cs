using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Found;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Intake;

/// <summary>Offers what was read to learners, together with how far was read: nothing is lost, and nothing offered twice.</summary>
internal sealed class FoundEvidenceOffers(BuddyDbContext db, JourneyWriter writer, DesignLibrary designs)
{
    /// <summary>
    /// Works through statements and moves the cursor, in one transaction. Two nodes that read the same
    /// statements offer them one after the other.
    /// </summary>
    public Task OfferAsync(IReadOnlyList<StatementReading> readings, Action<StatementCursor> move, string source, CancellationToken ct) =>
        writer.ChangeAsync(
            Subjects.Work("found evidence"),
            Actor.Tool,
            async change =>
            {
                await OfferAsync([.. readings.OfType<StatementReading.Found>()], change, ct);
                await TakeBackAsync([.. readings.OfType<StatementReading.Voided>().Select(reading => reading.StatementId)], ct);
                move(await db.StatementCursors.ToMoveAsync(source, ct));
                return true;
            },
            ct);

    /// <summary>How far a source was read, or null.</summary>
    public Task<StatementCursor?> CursorAsync(string source, CancellationToken ct) => db.StatementCursors.ReadAsync(source, ct);

    private async Task OfferAsync(List<StatementReading.Found> readings, JourneyChange change, CancellationToken ct)
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
                var rule = IsWithin(found.Statement, learner.StartedAt, change.Now)
                    ? learner.Rules.FirstOrDefault(rule => rule.Matches(found.Statement))
                    : null;
                if (rule is not null && known.Add((learner.ParticipationId, found.Statement.Id)))
                {
                    db.FoundEvidence.Add(
                        new FoundEvidence(
                            change.NewId(), learner.ParticipationId, found.In(learner.Language), rule.BehaviourId, change.Now));
                }
            }
        }
    }

    /// <summary>Everybody who may be meant, by account, in one question.</summary>
    private async Task<ILookup<(Guid Platform, string Subject), FoundLearner>> LearnersAsync(
        List<StatementReading.Found> readings, CancellationToken ct)
    {
        List<string> names = [.. readings.Select(found => found.Name).Distinct(StringComparer.Ordinal)];
        var rows = await (
            from account in db.Accounts
            join participation in db.Participations on account.PersonId equals participation.PersonId
            join journey in db.Journeys on participation.JourneyId equals journey.Id
            where account.PlatformId != null && names.Contains(account.Name) && journey.DesignId != null
            select new
            {
                PlatformId = account.PlatformId!.Value,
                account.Name,
                participation.Id,
                participation.StartedAt,
                DesignId = journey.DesignId!.Value,
                journey.DesignNumber,
            }).AsNoTracking().ToListAsync(ct);
        var learners = new List<(Guid Platform, string Subject, FoundLearner Learner)>();
        foreach (var row in rows)
        {
            var design = await designs.GetAsync(db, row.DesignId, row.DesignNumber, ct);
            var rules = design.Find<FoundSection>()?.Rules ?? [];
            learners.Add((row.PlatformId, row.Name, new FoundLearner(row.Id, row.StartedAt, design.Language, rules)));
        }

        return learners.ToLookup(found => (found.Platform, found.Subject), found => found.Learner);
    }

    /// <summary>What was offered before, to whom, in one question.</summary>
    private async Task<HashSet<(Guid Participation, Guid Statement)>> KnownAsync(
        List<StatementReading.Found> readings, CancellationToken ct)
    {
        List<Guid> ids = [.. readings.Select(found => found.Statement.Id)];
        var rows = await db.FoundEvidence
            .Where(found => ids.Contains(found.StatementId))
            .Select(found => new { found.ParticipationId, found.StatementId }).ToListAsync(ct);
        return [.. rows.Select(row => (row.ParticipationId, row.StatementId))];
    }

    /// <summary>What happened before the learner started, or is dated later than now, is nobody's practice here.</summary>
    private static bool IsWithin(FoundStatement statement, DateTimeOffset startedAt, DateTimeOffset now) =>
        statement.HappenedAt >= startedAt.AddDays(-1) && statement.HappenedAt <= now.AddMinutes(5);

    /// <summary>What came in the same batch too: it is in the context, and saved first.</summary>
    private async Task TakeBackAsync(List<Guid> statementIds, CancellationToken ct)
    {
        if (statementIds.Count == 0)
        {
            return;
        }

        await db.SaveChangesAsync(ct);
        var offered = await db.FoundEvidence.Where(found => statementIds.Contains(found.StatementId)).ToListAsync(ct);
        offered.ForEach(found => found.TakeBack());
    }

    /// <summary>Somebody a statement may be about.</summary>
    private sealed record FoundLearner(Guid ParticipationId, DateTimeOffset StartedAt, string Language, IReadOnlyList<FoundRule> Rules);
}
