using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Grading;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>A review changes what should stand in the gradebook: one row a learner, holding the newest score only.</summary>
internal sealed class ScoreProjection(History history, TimeProvider clock) : IProjection
{
    public async Task ProjectAsync(BuddyDbContext db, IReadOnlyList<RecordedEvent> events, CancellationToken ct)
    {
        foreach (var review in events.Where(recorded => recorded.What is JourneyEvent.EvidenceConfirmed or JourneyEvent.EvidenceReturned))
        {
            await ProjectAsync(db, review, ct);
        }
    }

    private async Task ProjectAsync(BuddyDbContext db, RecordedEvent review, CancellationToken ct)
    {
        var journey = await db.Journeys.AsNoTracking().SingleAsync(journey => journey.Id == review.JourneyId, ct);
        var all = await history.OfAsync(review.ParticipationId, ct);
        var grade = Grade.Of(journey.Definition!, all);

        // Nothing but final scores is ever sent: both platforms wipe a grade that a lesser state follows.
        if (!grade.IsFinal || (journey.LineItemUrl is null && journey.LineItemsUrl is null))
        {
            return;
        }

        var posting = await db.GradePostings.FindAsync([review.ParticipationId], ct);
        if (posting is null)
        {
            posting = new GradePosting { ParticipationId = review.ParticipationId, JourneyId = review.JourneyId };
            db.GradePostings.Add(posting);
        }

        posting.Given = grade.Given;
        posting.Maximum = grade.Maximum;
        posting.Comment = grade.Comment ?? "";
        posting.SubmittedAt = all.LastOrDefault(recorded => recorded.What is JourneyEvent.EvidenceSubmitted)?.OccurredAt ?? review.OccurredAt;
        posting.State = GradePostingState.Waiting;
        posting.Reason = null;
        await ScoreQueue.AddAsync(db, posting, review.Id, clock.GetUtcNow(), ct);
    }
}
