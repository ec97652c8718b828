using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>The journeys of this course, for links to their parts.</summary>
public sealed class CourseJourneys(BuddyDbContext db, CurrentSession me)
{
    private const int Most = 20;

    /// <summary>Those that have their set-up, newest first.</summary>
    public async Task<IReadOnlyList<CourseJourney>> ListAsync(CancellationToken ct) =>
        await db.Journeys.AsNoTracking()
            .Where(journey => journey.CourseId == me.CourseId && journey.DesignId != null)
            .OrderByDescending(journey => journey.CreatedAt)
            .Take(Most)
            .Join(
                db.Designs,
                journey => journey.DesignId,
                design => design.Id,
                (journey, design) => new CourseJourney(journey.LinkedDesignId ?? design.Id, design.Title))
            .ToListAsync(ct);

    /// <summary>Whether a link to this content is in the course already, and somebody has opened it.</summary>
    public Task<bool> HasAsync(Guid contentId, CancellationToken ct) =>
        db.Journeys.AnyAsync(
            journey => journey.CourseId == me.CourseId && (journey.LinkedDesignId == contentId || journey.DesignId == contentId), ct);
}

/// <summary>A journey of this course.</summary>
/// <param name="ContentId">The <c>content_id</c> that its links name.</param>
/// <param name="Title">What learners read first.</param>
public sealed record CourseJourney(Guid ContentId, string Title);
