using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Found;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Intake;

/// <summary>Offers what was read to learners, together with how far was read: nothing is lost, and nothing offered twice.</summary>
internal sealed class FoundEvidenceOffers(BuddyDbContext db, JourneyWriter writer, FoundLearners learners, FoundTicks ticks)
{
    /// <summary>
    /// Works through statements and moves the cursor, in one transaction. Two nodes that read the same
    /// statements offer them one after the other.
    /// </summary>
    public async Task OfferAsync(
        IReadOnlyList<StatementReading> readings, Action<StatementCursor> move, string source, CancellationToken ct)
    {
        List<StatementReading.Found> found = [.. readings.OfType<StatementReading.Found>()];
        var voided = readings.OfType<StatementReading.Voided>().Select(reading => reading.StatementId).ToHashSet();
        await ticks.TickAsync(found.FindAll(reading => !voided.Contains(reading.Statement.Id)), ct);
        await writer.ChangeAsync(
            Subjects.Work("found evidence"),
            Actor.Tool,
            async change =>
            {
                await OfferAsync(found, change, ct);
                await TakeBackAsync([.. voided], ct);
                move(await db.StatementCursors.ToMoveAsync(source, ct));
                return true;
            },
            ct);
    }

    /// <summary>How far a source was read, or null.</summary>
    public Task<StatementCursor?> CursorAsync(string source, CancellationToken ct) => db.StatementCursors.ReadAsync(source, ct);

    private async Task OfferAsync(List<StatementReading.Found> readings, JourneyChange change, CancellationToken ct)
    {
        if (readings.Count == 0)
        {
            return;
        }

        var known = await KnownAsync(readings, ct);
        foreach (var (found, learner) in await learners.OfAsync(readings, ct))
        {
            var rule = learner.MayHaveDone(found.Statement, change.Now)
                ? learner.Design.Find<FoundSection>()?.Rules.FirstOrDefault(rule => rule.Matches(found.Statement))
                : null;
            if (rule is not null && known.Add((learner.ParticipationId, found.Statement.Id)))
            {
                db.FoundEvidence.Add(
                    new FoundEvidence(
                        change.NewId(), learner.ParticipationId, found.In(learner.Design.Language), rule.BehaviourId, change.Now));
            }
        }
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
}
