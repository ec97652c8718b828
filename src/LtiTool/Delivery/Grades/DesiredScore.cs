using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Shared.Journeys;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>A score as it should be sent now, with everything that sending needs.</summary>
internal sealed record DesiredScore(GradePosting Posting, Participation Participation, Journey Journey, Platform Platform, string Subject, bool IsInCourse)
{
    /// <summary>Reads the newest score, or null when there is none.</summary>
    public static async Task<DesiredScore?> ReadAsync(BuddyDbContext db, Guid participationId, CancellationToken ct)
    {
        var found = await (
            from posting in db.GradePostings
            join participation in db.Participations on posting.ParticipationId equals participation.Id
            join journey in db.Journeys on participation.JourneyId equals journey.Id
            join person in db.People on participation.PersonId equals person.Id
            join platform in db.Platforms on person.PlatformId equals platform.Id
            join enrolment in db.Enrolments
                on new { journey.CourseId, PersonId = person.Id } equals new { enrolment.CourseId, enrolment.PersonId } into enrolments
            from enrolment in enrolments.DefaultIfEmpty()
            where posting.ParticipationId == participationId
            select new { posting, participation, journey, platform, person.Subject, IsActive = enrolment == null || enrolment.IsActive })
            .AsNoTracking().SingleOrDefaultAsync(ct);
        return found is null ? null : new(found.posting, found.participation, found.journey, found.platform.ToPlatform(), found.Subject, found.IsActive);
    }
}
