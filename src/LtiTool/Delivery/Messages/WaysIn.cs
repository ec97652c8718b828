using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Lti;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Where the reader of a mail sees what it tells: in the course, or behind a link of their own if they are in none.</summary>
internal sealed class WaysIn(BuddyDbContext db, GuestPurposes purposes, GuestLinks links)
{
    /// <summary>The way for the reader of a message.</summary>
    /// <param name="row">The message.</param>
    /// <param name="language">The language of the mail.</param>
    /// <param name="ct">Stops.</param>
    public async Task<WayIn> OfAsync(MessageRow row, string language, CancellationToken ct)
    {
        var found = await (
            from journey in db.Journeys
            join course in db.Courses on journey.CourseId equals course.Id
            join platform in db.Platforms on course.PlatformId equals platform.Id
            where journey.Id == row.JourneyId
            select new
            {
                journey.ResourceLinkId,
                platform,
                IsInCourse = db.Enrolments.Any(
                    enrolment => enrolment.CourseId == course.Id && enrolment.PersonId == row.PersonId && enrolment.IsActive),
            }).AsNoTracking().SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return new(null, null);
        }

        if (!found.IsInCourse && await AskOfAsync(row, ct) is { } ask)
        {
            // Once it is over nothing leads there, and no LMS knows them.
            return new(ask.State == GuestAskState.Accepted ? await links.MakeAsync(ask, language, ct) : null, ask.Learner.Name);
        }

        var registered = found.platform.ToPlatform();
        return new(LmsCatalog.Of(registered).WayIn(registered, found.ResourceLinkId), null);
    }

    /// <summary>
    /// What the reader said yes to, for the learner whom the message is about: what stands before what is over. Whoever was asked about one
    /// piece alone, or for a view, hears of nothing.
    /// </summary>
    private async Task<GuestAsk?> AskOfAsync(MessageRow row, CancellationToken ct)
    {
        var accepted = await db.GuestLinks.AsNoTracking()
            .Where(link => link.PersonId == row.PersonId && link.JourneyId == row.JourneyId)
            .OrderBy(link => link.RevokedAt != null).ThenByDescending(link => link.RevokedAt).ToListAsync(ct);
        foreach (var scope in accepted.Select(link => link.Scope).Distinct())
        {
            if (await purposes.FindAsync(scope, ct) is { SharesEvidence: true, EvidenceId: null } ask
                && ask.Learner.ParticipationId == row.ParticipationId)
            {
                return ask;
            }
        }

        return null;
    }
}

/// <summary>A way in.</summary>
/// <param name="Address">Where, or null where none is known.</param>
/// <param name="GuestOf">The learner who asked the reader, when they come from outside the course; else null.</param>
internal sealed record WayIn(Uri? Address, string? GuestOf);
