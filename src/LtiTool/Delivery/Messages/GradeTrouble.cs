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
    /// <summary>Tells them, in the transaction of the caller. Whoever was told of the same learner before is told again.</summary>
    public async Task TellAsync(Guid participationId, CancellationToken ct)
    {
        var found = await (
            from participation in db.Participations
            join journey in db.Journeys on participation.JourneyId equals journey.Id
            join enrolment in db.Enrolments on journey.CourseId equals enrolment.CourseId
            where participation.Id == participationId && enrolment.IsActive && enrolment.Role == EnrolmentRole.Instructor
            select new { participation, enrolment.PersonId }).AsNoTracking().ToListAsync(ct);
        var mailable = await reach.WithAddressAsync(found.Select(one => one.PersonId), ct);
        foreach (var one in found)
        {
            await TellAsync(one.participation.Id, one.participation.JourneyId, one.participation.PersonId, one.PersonId, mailable, ct);
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task TellAsync(
        Guid participationId, Guid journeyId, Guid learnerId, Guid instructorId, IReadOnlySet<Guid> mailable, CancellationToken ct)
    {
        var id = MessageRow.KeyOf(participationId, MessageName.GradeTrouble, instructorId);
        var row = await db.Messages.FindAsync([id], ct) ?? db.Messages.Add(new MessageRow
        {
            Id = id,
            Kind = MessageName.GradeTrouble,
            PersonId = instructorId,
            JourneyId = journeyId,
            ParticipationId = participationId,
            SubjectId = participationId,
            FromId = learnerId,
            IsInInbox = true,
        }).Entity;
        (row.CreatedAt, row.ReadAt, row.MailId) = (clock.GetUtcNow(), null, null);
        if (mailable.Contains(instructorId))
        {
            row.Pending = MessageChannels.Mail;
            await DuePlan.KeepAsync(db, [new(DueItemRow.Of(DueKind.Messages, instructorId, clock.GetUtcNow()), IsNew: false)], ct);
        }
    }
}
