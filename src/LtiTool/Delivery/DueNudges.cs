using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Puts nudges into the inbox when they are due. Every condition is looked at again at that moment: somebody who left the course gets none.</summary>
internal sealed class DueNudges(BuddyDbContext db, JourneyWriter writer, TimeProvider clock)
{
    private const int MostInOneRound = 200;

    /// <summary>Sends what is due now.</summary>
    public async Task SendAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await db.Nudges.AsNoTracking()
            .Where(nudge => nudge.SentAt == null && nudge.SettledAt == null && nudge.DueAt <= now)
            .OrderBy(nudge => nudge.DueAt)
            .Take(MostInOneRound)
            .Select(nudge => nudge.Id)
            .ToListAsync(ct);
        foreach (var id in due)
        {
            await SendAsync(id, ct);
        }
    }

    private Task<bool> SendAsync(Guid nudgeId, CancellationToken ct) => writer.WriteAsync(
        async change =>
        {
            await writer.LockAsync(nudgeId, ct);
            db.ChangeTracker.Clear();
            var found = await (
                from nudge in db.Nudges
                join participation in db.Participations on nudge.ParticipationId equals participation.Id
                join journey in db.Journeys on participation.JourneyId equals journey.Id
                join enrolment in db.Enrolments
                    on new { journey.CourseId, participation.PersonId } equals new { enrolment.CourseId, enrolment.PersonId }
                where nudge.Id == nudgeId
                select new { nudge, participation, enrolment.IsActive }).SingleOrDefaultAsync(ct);
            if (found is null || found.nudge.DueAt > change.Now || !found.nudge.Send(change.Now))
            {
                return false;
            }

            if (!found.IsActive)
            {
                found.nudge.Settle(change.Now);
                return false;
            }

            change.Happened(found.participation, Guid.Empty, new JourneyEvent.NudgeSent(found.nudge.Facts));
            return true;
        },
        ct);
}
