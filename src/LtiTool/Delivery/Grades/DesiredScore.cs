using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Shared.Journeys;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>A score as it should be sent now, with everything that sending needs.</summary>
internal sealed record DesiredScore(
    GradePosting Posting, Participation Participation, Journey Journey, string Title, Platform Platform, string Subject, bool IsInCourse)
{
    /// <summary>Reads the newest score, or null when there is none, or none any more: the learner was started over.</summary>
    public static async Task<DesiredScore?> ReadAsync(BuddyDbContext db, Guid participationId, CancellationToken ct)
    {
        var found = await (
            from posting in db.GradePostings
            join participation in db.Participations on posting.ParticipationId equals participation.Id
            join journey in db.Journeys on participation.JourneyId equals journey.Id
            join course in db.Courses on journey.CourseId equals course.Id
            join platform in db.Platforms on course.PlatformId equals platform.Id
            join design in db.Designs on journey.DesignId equals design.Id
            join account in db.Accounts
                on new { participation.PersonId, PlatformId = (Guid?)platform.Id } equals new { account.PersonId, account.PlatformId }
            join enrolment in db.Enrolments
                on new { journey.CourseId, participation.PersonId } equals new { enrolment.CourseId, enrolment.PersonId } into enrolments
            from enrolment in enrolments.DefaultIfEmpty()
            where posting.ParticipationId == participationId && posting.IsFinal
            select new
            {
                posting, participation, journey, design.Title, platform,
                Subject = account.Name, IsActive = enrolment == null || enrolment.IsActive,
            })
            .AsNoTracking().SingleOrDefaultAsync(ct);
        return found is null
            ? null
            : new(
                found.posting, found.participation, found.journey, found.Title, found.platform.ToPlatform(), found.Subject, found.IsActive);
    }

    /// <summary>The message that says it, at <paramref name="now"/>.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="last">Timestamp of the last score that the column took, or null.</param>
    public Score ToScore(DateTimeOffset now, DateTimeOffset? last) => new()
    {
        Subject = Subject,

        // Platforms compare whole seconds, and drop a score that is not later than the last one.
        At = last?.AddSeconds(1) is { } next && now < next ? next : now,
        Activity = ActivityProgress.Completed,
        Grading = GradingProgress.FullyGraded,
        Given = Posting.Given,
        Maximum = Posting.Maximum,
        Comment = Posting.Comment,
        SubmittedAt = Posting.SubmittedAt,
        ReplacesManualMark = Posting.OverwriteAllowed,
    };
}
