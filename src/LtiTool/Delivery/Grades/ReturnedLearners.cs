using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Scores that were held since their learner was not in the course: whoever is in it again gets the score after all.</summary>
internal sealed class ReturnedLearners(BuddyDbContext db, JourneyWriter writer)
{
    private const int MostInOneRound = 200;

    /// <summary>Platforms may go on refusing somebody who is enrolled: they are asked once a day.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Makes those scores due.</summary>
    /// <returns>How many.</returns>
    public Task<int> QueueAsync(CancellationToken ct) => writer.ChangeAsync(
        Subjects.Work("returned learners"),
        Actor.Tool,
        async change =>
        {
            var before = change.Now - Patience;
            var postings = await (
                from posting in db.GradePostings
                join participation in db.Participations on posting.ParticipationId equals participation.Id
                join journey in db.Journeys on posting.JourneyId equals journey.Id
                join course in db.Courses on journey.CourseId equals course.Id
                join enrolment in db.Enrolments
                    on new { journey.CourseId, participation.PersonId } equals new { enrolment.CourseId, enrolment.PersonId }
                where posting.State == GradePostingState.NotInCourse && enrolment.IsActive
                    && db.Deliveries.Any(
                        row => row.SubjectId == posting.ParticipationId && row.Kind == DeliveryKind.Score && row.SettledAt < before)
                select new { posting, course.PlatformId }).Take(MostInOneRound).ToListAsync(ct);
            foreach (var (posting, platformId) in postings.Select(row => (row.posting, row.PlatformId)))
            {
                posting.State = GradePostingState.Waiting;
                await ScoreQueue.AddAsync(db, posting, platformId, Guid.Empty, change.Now, ct);
            }

            return postings.Count;
        },
        ct);
}
