using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Messages;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Tells people in their inbox that a way outside the tool no longer leads to them.</summary>
internal sealed class ChannelTrouble(BuddyDbContext db)
{
    /// <summary>
    /// Tells somebody, in the change of the caller. It stands where what didn't arrive was about, and nowhere for who is in no course: a
    /// guest's link shows nothing else.
    /// </summary>
    /// <param name="kind">Which way: one of <see cref="MessageName"/>.</param>
    /// <param name="personId">Whom.</param>
    /// <param name="subject">The person for their address, or the device. What was told of it before is done with.</param>
    /// <param name="sending">What didn't arrive; <see cref="Guid.Empty"/> for a test.</param>
    /// <param name="change">The change.</param>
    /// <param name="ct">Stops.</param>
    public async Task TellAsync(string kind, Guid personId, Guid subject, Guid sending, JourneyChange change, CancellationToken ct)
    {
        await db.Messages.Where(row => row.SubjectId == subject && row.Kind == kind && row.ReadAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ReadAt, change.Now), ct);
        if (await PlaceAsync(personId, sending, ct) is not var (journeyId, participationId))
        {
            return;
        }

        db.Messages.Add(new MessageRow
        {
            Id = change.NewId(),
            Kind = kind,
            PersonId = personId,
            JourneyId = journeyId,
            ParticipationId = participationId,
            SubjectId = subject,
            CreatedAt = change.Now,
            IsInInbox = true,
        });
    }

    /// <summary>The journey that was told of, or the one begun last.</summary>
    private async Task<Place?> PlaceAsync(Guid personId, Guid sending, CancellationToken ct)
    {
        var told = await db.Messages.Where(row => row.SendingId == sending && row.PersonId == personId)
            .OrderBy(row => row.CreatedAt).Select(row => new Place(row.JourneyId, row.ParticipationId)).FirstOrDefaultAsync(ct)
            ?? await db.Participations.Where(one => one.PersonId == personId)
                .OrderByDescending(one => one.StartedAt).Select(one => new Place(one.JourneyId, one.Id)).FirstOrDefaultAsync(ct);
        return told is not null && await IsInCourseAsync(personId, told.JourneyId, ct) ? told : null;
    }

    private Task<bool> IsInCourseAsync(Guid personId, Guid journeyId, CancellationToken ct) => db.Enrolments.AnyAsync(
        enrolment => enrolment.PersonId == personId && enrolment.IsActive
            && db.Journeys.Any(journey => journey.Id == journeyId && journey.CourseId == enrolment.CourseId),
        ct);

    /// <summary>Where a message stands.</summary>
    private sealed record Place(Guid JourneyId, Guid ParticipationId);
}
