using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Reviews;

/// <summary>How long learners waited for the reviews of the last weeks: what a facilitator can change by tomorrow.</summary>
public sealed class ReviewWaits(BuddyDbContext db, CurrentSession me, TimeProvider clock)
{
    /// <summary>Older reviews say nothing of how it is now.</summary>
    private const int Days = 28;

    /// <summary>Of more reviews than this, the newest are counted: the shares stay the same.</summary>
    private const int MostReviews = 2000;

    /// <summary>The first day of each stretch, counted from the day it was sent; the last one is open.</summary>
    private static readonly (int From, string TextId)[] Stretches =
        [(0, "reviews.wait-same-day"), (1, "reviews.wait-next-day"), (2, "reviews.wait-two-three"), (4, "reviews.wait-longer")];

    /// <summary>The stretches in their order with how many reviews came after each; nothing when there was no review.</summary>
    public async Task<IReadOnlyList<WaitCount>> OfAsync(Guid journeyId, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - TimeSpan.FromDays(Days);
        var reviews =
            from review in db.Reviews
            join version in db.EvidenceVersions
                on new { review.EvidenceId, review.Revision } equals new { version.EvidenceId, version.Revision }
            join evidence in db.Evidence on review.EvidenceId equals evidence.Id
            join participation in db.Participations on evidence.ParticipationId equals participation.Id
            where participation.JourneyId == journeyId && review.ReviewedAt >= since
            select new { evidence.ParticipationId, version.SubmittedAt, review.ReviewedAt };
        if (Groups.SeenBy(db, me) is { } seen)
        {
            reviews = reviews.Where(review => seen.Contains(review.ParticipationId));
        }

        var found = await reviews.OrderByDescending(review => review.ReviewedAt).Take(MostReviews).ToListAsync(ct);
        var waited = found.ConvertAll(review => me.DayOf(review.ReviewedAt).DayNumber - me.DayOf(review.SubmittedAt).DayNumber);
        return found.Count == 0
            ? []
            : [.. Stretches.Select((stretch, place) => new WaitCount(stretch.TextId, waited.Count(days => Place(days) == place)))];
    }

    private static int Place(int days) => Math.Max(0, Array.FindLastIndex(Stretches, stretch => stretch.From <= days));
}

/// <summary>How many reviews came after a wait.</summary>
/// <param name="TextId">The wait in words.</param>
/// <param name="Reviews">At least 0.</param>
public sealed record WaitCount(string TextId, int Reviews);
