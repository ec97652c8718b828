using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Grades;
using LearningBuddy.Shared.Reviews;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>
/// The one stored figure of a learner: worked out from the whole history, shown to learner and teacher, and sent to the gradebook when it,
/// or the words that go with it, changed.
/// </summary>
internal sealed class ScoreProjection : IProjection
{
    public async Task ProjectAsync(ChangeContext context, CancellationToken ct)
    {
        foreach (var learner in context.Learners)
        {
            if (Grade.Of(learner.Design, learner.Progress) is { } grade)
            {
                await ProjectAsync(context, learner, grade, ct);
            }
        }
    }

    private static async Task ProjectAsync(ChangeContext context, LearnerState learner, Grade grade, CancellationToken ct)
    {
        var (db, id) = (context.Db, learner.Participation.Id);
        var (posting, sending) = await FindAsync(db, id, ct);
        if (posting is null)
        {
            posting = new GradePosting { ParticipationId = id, JourneyId = learner.Participation.JourneyId, SubmittedAt = context.Now };
            db.GradePostings.Add(posting);
        }

        var review = context.EventsOf(learner).LastOrDefault(recorded => recorded.What is ReviewConfirmed or ReviewReturned);
        var hasMoved = posting.Given != grade.Given || posting.Maximum != grade.Maximum;
        posting.Given = grade.Given;
        posting.Maximum = grade.Maximum;
        posting.IsFinal = grade.IsFinal;
        if (!grade.IsFinal)
        {
            // Whoever was started over has no score to send; what the gradebook took stays there until the next one.
            (posting.State, posting.Reason) = (GradePostingState.NotYet, null);
        }

        // Nothing but final scores is ever sent: both platforms wipe a grade that a lesser state follows.
        // A platform's test person has no score.
        if (!grade.IsFinal || !(hasMoved || review is not null) || learner.Place.IsTestUser
            || learner.Place.Journey is { LineItemUrl: null, LineItemsUrl: null })
        {
            return;
        }

        posting.Comment = await CommentAsync(context, learner, ct);
        posting.SubmittedAt = learner.Progress.Of<EvidenceProgress>().Pieces.Max(piece => piece.SubmittedAt);
        posting.State = GradePostingState.Waiting;
        posting.Reason = null;
        ScoreQueue.Add(db, sending, posting, learner.Place.Platform.Id, review?.Id ?? Guid.Empty, context.Now);
    }

    /// <summary>The figure and the row that sends it, in one question.</summary>
    private static async Task<(GradePosting? Posting, DeliveryRow? Sending)> FindAsync(BuddyDbContext db, Guid id, CancellationToken ct)
    {
        var key = ScoreQueue.KeyOf(id);
        var found = await (
            from posting in db.GradePostings
            join delivery in db.Deliveries on key equals delivery.DedupeKey into deliveries
            from delivery in deliveries.DefaultIfEmpty()
            where posting.ParticipationId == id
            select new { posting, delivery }).SingleOrDefaultAsync(ct);
        return (found?.posting, found?.delivery);
    }

    private static async Task<string> CommentAsync(ChangeContext context, LearnerState learner, CancellationToken ct) =>
        learner.Progress.Of<GradesProgress>().LastReviewId is { } id && await context.Db.FindAsync<Review>([id], ct) is { } review
            ? GradebookComment.Of(learner, review.Text)
            : "";
}
