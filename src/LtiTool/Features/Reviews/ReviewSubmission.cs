using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Reviews;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Reviews;

/// <summary>Takes a review of the last version. What follows from it is not this page's business.</summary>
internal sealed class ReviewSubmission(
    BuddyDbContext db, EvidenceFinder pieces, JourneyWriter writer, DesignLibrary designs, CurrentSession me)
{
    /// <summary>Gives a review to the last version.</summary>
    public async Task<GiveResult> GiveAsync(Guid evidenceId, ReviewText text, CancellationToken ct) =>
        await pieces.FindAsync(evidenceId, ct) is { CanReview: true } found
            ? await writer.ChangeAsync(Subjects.Of(found.Participation.Id), me.Actor, change => GiveAsync(evidenceId, text, change, ct), ct)
            : GiveResult.TooLate;

    private async Task<GiveResult> GiveAsync(Guid evidenceId, ReviewText text, JourneyChange change, CancellationToken ct)
    {
        if (await pieces.FindAsync(evidenceId, ct) is not { CanReview: true, Latest: { } version } found
            || change.Learner(found.Participation.Id) is not { } learner)
        {
            return GiveResult.TooLate;
        }

        var design = await designs.GetAsync(db, learner.Place.Journey.DesignId!.Value, version.DesignNumber, ct);
        var rubric = design.Find<ReviewsSection>()!.Rubric;
        if (ReviewRules.Check(text, version.Text.BehaviourIds, rubric).Count > 0)
        {
            return GiveResult.Incomplete;
        }

        found.Evidence.Settle(text.Confirmed);
        var review = new Review(change.NewId(), evidenceId, version.Revision, change.Actor.PersonId, text, change.Now);
        db.Reviews.Add(review);
        await db.ReviewDrafts.Where(draft => draft.EvidenceId == evidenceId).ExecuteDeleteAsync(ct);
        change.Happened(
            found.Participation.Id,
            ReviewOutcome.Of(text, version.ToReference(design), rubric, review.Id, version.SubmissionEventId));
        return GiveResult.Given;
    }
}

/// <summary>What became of a review.</summary>
public enum GiveResult
{
    /// <summary>It is given.</summary>
    Given,

    /// <summary>Something is missing; see <see cref="ReviewRules"/>.</summary>
    Incomplete,

    /// <summary>Somebody else was faster, or the version isn't waiting any more.</summary>
    TooLate,
}
