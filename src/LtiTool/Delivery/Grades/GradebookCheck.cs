using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>
/// Looks whether the gradebook still has what it took: a course that was reset, or somebody who was taken out and put back, has no grade
/// there any more. Nothing is sent by itself, since somebody may have wanted that; sending it again is one click.
/// </summary>
internal sealed partial class GradebookCheck(
    BuddyDbContext db, JourneyWriter writer, GradesClient grades, IPlatformDirectory platforms, ILogger<GradebookCheck> logger)
{
    /// <summary>Looks through the columns of a course.</summary>
    /// <returns>How many scores were found missing.</returns>
    public async Task<int> LookAsync(Guid courseId, CancellationToken ct)
    {
        var platformId = await db.Courses.Where(course => course.Id == courseId).Select(course => course.PlatformId).SingleAsync(ct);
        if (await platforms.FindAsync(platformId, ct) is not { Status: PlatformStatus.Active } platform
            || LtiScopes.MissingOf(platform, [LtiScopes.ResultReadOnly]).Count > 0)
        {
            return 0;
        }

        var journeys = await db.Journeys.AsNoTracking()
            .Where(journey => journey.CourseId == courseId && journey.LineItemUrl != null).ToListAsync(ct);
        var missing = 0;
        foreach (var journey in journeys)
        {
            missing += await LookAsync(platform, journey, ct);
        }

        return missing;
    }

    private async Task<int> LookAsync(Platform platform, Journey journey, CancellationToken ct)
    {
        // Platforms leave out, or say nothing of, a grade of zero.
        var sent = await (
            from posting in db.GradePostings
            join participation in db.Participations on posting.ParticipationId equals participation.Id
            join account in db.Accounts
                on new { participation.PersonId, PlatformId = (Guid?)platform.Id } equals new { account.PersonId, account.PlatformId }
            where posting.JourneyId == journey.Id && posting.State == GradePostingState.Sent && posting.SentGiven > 0
            select new { posting.ParticipationId, posting.SentAt, account.Name }).AsNoTracking().ToListAsync(ct);
        if (sent.Count == 0)
        {
            return 0;
        }

        try
        {
            var results = await grades.ReadResultsAsync(platform, new Uri(journey.LineItemUrl!), null, ct);
            var shown = results.Where(result => result.Score is not null)
                .Select(result => result.Subject).ToHashSet(StringComparer.Ordinal);
            var gone = sent.Where(row => !shown.Contains(row.Name)).ToDictionary(row => row.ParticipationId, row => row.SentAt);
            return gone.Count == 0 ? 0 : await NoteAsync(gone, ct);
        }
        catch (LtiServiceException failure)
        {
            Log.NotRead(logger, journey.Id, failure.Message);
            return 0;
        }
    }

    /// <summary>What was sent meanwhile is not touched.</summary>
    private Task<int> NoteAsync(Dictionary<Guid, DateTimeOffset?> gone, CancellationToken ct) => writer.ChangeAsync(
        Subjects.Of([.. gone.Keys]),
        Actor.Tool,
        async _ =>
        {
            var ids = gone.Keys.ToList();
            var postings = await db.GradePostings
                .Where(posting => ids.Contains(posting.ParticipationId) && posting.State == GradePostingState.Sent).ToListAsync(ct);
            var same = postings.Where(posting => posting.SentAt == gone[posting.ParticipationId]).ToList();
            same.ForEach(posting => posting.State = GradePostingState.MissingInLms);
            return same.Count;
        },
        ct);

    private static partial class Log
    {
        [LoggerMessage(1202, LogLevel.Warning, "The gradebook of journey {JourneyId} could not be looked through: {Reason}")]
        public static partial void NotRead(ILogger logger, Guid journeyId, string reason);
    }
}
