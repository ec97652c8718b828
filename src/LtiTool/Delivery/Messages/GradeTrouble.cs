using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine.Due;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Tells those who answer for grades that one does not reach the LMS.</summary>
internal sealed class GradeTrouble(BuddyDbContext db, Reach reach, TimeProvider clock)
{
    /// <summary>Tells them, in the transaction of the caller. What they were told of the same learner before is done with.</summary>
    public async Task TellAsync(Guid participationId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.Messages
            .Where(row => row.SubjectId == participationId && row.Kind == MessageName.GradeTrouble && row.ReadAt == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.ReadAt, now).SetProperty(row => row.Pending, MessageChannels.None), ct);
        var rows = await RowsAsync(participationId, now, ct);
        var reachable = await reach.ChannelsAsync(rows.Select(row => row.PersonId), ct);
        rows.ForEach(row => row.Pending = reachable.GetValueOrDefault(row.PersonId));

        db.Messages.AddRange(rows);
        await DuePlan.KeepAsync(
            db, [
                .. rows.Where(row => row.Pending != MessageChannels.None)
                    .Select(row => new PlannedItem(DueItemRow.Of(DueKind.Messages, row.PersonId, now), IsNew: false)),
            ], ct);
        await db.SaveChangesAsync(ct);
    }

    private async Task<List<MessageRow>> RowsAsync(Guid participationId, DateTimeOffset now, CancellationToken ct)
    {
        var found = await (
            from participation in db.Participations
            join journey in db.Journeys on participation.JourneyId equals journey.Id
            join enrolment in db.Enrolments on journey.CourseId equals enrolment.CourseId
            where participation.Id == participationId && enrolment.IsActive && enrolment.Role == EnrolmentRole.Instructor
            select new { participation.JourneyId, LearnerId = participation.PersonId, enrolment.PersonId }).ToListAsync(ct);
        return
        [
            .. found.Select(one => new MessageRow
            {
                Id = Ids.New(clock),
                Kind = MessageName.GradeTrouble,
                PersonId = one.PersonId,
                JourneyId = one.JourneyId,
                ParticipationId = participationId,
                SubjectId = participationId,
                FromId = one.LearnerId,
                CreatedAt = now,
                IsInInbox = true,
            }),
        ];
    }
}
