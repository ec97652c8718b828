using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Sends scores: always the newest wish, never over a mark that somebody changed by hand without being told to.</summary>
internal sealed class ScoreSender(BuddyDbContext db, JourneyWriter writer, GradesClient grades, LineItems lineItems, ManualMarks manual, TimeProvider clock)
    : IDeliverySender
{
    public DeliveryKind Kind => DeliveryKind.Score;

    public async Task<IReadOnlyDictionary<Guid, DeliveryOutcome>> SendAsync(string destination, IReadOnlyList<DeliveryRow> batch, CancellationToken ct)
    {
        var outcomes = new Dictionary<Guid, DeliveryOutcome>();
        foreach (var row in batch)
        {
            db.ChangeTracker.Clear();
            outcomes[row.Id] = await SendAsync(row.SubjectId, ct);
        }

        return outcomes;
    }

    /// <summary>Says so where people look; what was refused has its reason already, and a newer wish is under way.</summary>
    public Task GaveUpAsync(DeliveryRow row, string answer, CancellationToken ct) => db.GradePostings
        .Where(posting => posting.ParticipationId == row.SubjectId && posting.State == GradePostingState.Waiting
            && db.Deliveries.Any(delivery => delivery.Id == row.Id && delivery.State == DeliveryState.Parked))
        .ExecuteUpdateAsync(set => set.SetProperty(posting => posting.State, GradePostingState.Refused).SetProperty(posting => posting.Reason, answer), ct);

    private async Task<DeliveryOutcome> SendAsync(Guid participationId, CancellationToken ct)
    {
        var wish = await ScoreWish.ReadAsync(db, participationId, ct);
        if (wish is null)
        {
            return new DeliveryOutcome.Done("There is no score any more.");
        }

        if (!wish.IsInCourse)
        {
            return await SettleAsync(wish, GradePostingState.NotInCourse, null, new DeliveryOutcome.Done("Not in the course any more."), ct);
        }

        try
        {
            if (await lineItems.OfAsync(wish, ct) is not { } lineItem)
            {
                return await SettleAsync(
                    wish, GradePostingState.Refused, "The activity has no column in the gradebook.", new DeliveryOutcome.Park("No line item."), ct);
            }

            if (await manual.FindAsync(wish, lineItem, ct) is { } found)
            {
                return await NoteManualAsync(wish, found, ct);
            }

            return await PostAsync(wish, lineItem, ct);
        }
        catch (LtiServiceException failure) when (failure.Fault is ServiceFault.Throttled or ServiceFault.Unreachable)
        {
            return new DeliveryOutcome.Unavailable(failure.Message, failure.RetryAfter);
        }
        catch (LtiServiceException failure)
        {
            return await SettleAsync(wish, GradePostingState.Refused, failure.Message, new DeliveryOutcome.Park(failure.Message), ct);
        }
    }

    private async Task<DeliveryOutcome> PostAsync(ScoreWish wish, Uri lineItem, CancellationToken ct)
    {
        // Platforms compare whole seconds, and drop a score that is not later than the last one.
        var now = clock.GetUtcNow();
        var at = wish.Posting.SentAt is { } last && now < last.AddSeconds(1) ? last.AddSeconds(1) : now;
        var score = new Score
        {
            Subject = wish.Subject,
            At = at,
            Activity = ActivityProgress.Completed,
            Grading = GradingProgress.FullyGraded,
            Given = wish.Posting.Given,
            Maximum = wish.Posting.Maximum,
            Comment = wish.Posting.Comment,
            SubmittedAt = wish.Posting.SubmittedAt,
            ReplacesManualMark = wish.Posting.OverwriteAllowed,
        };
        return await grades.PostScoreAsync(wish.Platform, lineItem, score, ct) switch
        {
            ScoreResult.Stored => await StoredAsync(wish, score, lineItem, ct),
            ScoreResult.Superseded => new DeliveryOutcome.Again("The gradebook holds a later score; sent again with a later time.", TimeSpan.FromSeconds(2)),
            ScoreResult.NotGradable refused => await SettleAsync(
                wish, GradePostingState.NotInCourse, "The course doesn't grade this person.", new DeliveryOutcome.Done(refused.Detail), ct),
            ScoreResult.Gone => await ForgetLineItemAsync(wish, ct),
            ScoreResult.Refused refused => await SettleAsync(wish, GradePostingState.Refused, refused.Detail, new DeliveryOutcome.Park(refused.Detail), ct),
            ScoreResult.Throttled throttled => new DeliveryOutcome.Unavailable("The platform asked to wait.", throttled.RetryAfter),
            ScoreResult.Unreachable failure => new DeliveryOutcome.Unavailable(failure.Detail),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private Task<DeliveryOutcome> StoredAsync(ScoreWish wish, Score score, Uri lineItem, CancellationToken ct) => writer.WriteAsync<DeliveryOutcome>(
        async change =>
        {
            var posting = await db.GradePostings.SingleAsync(posting => posting.ParticipationId == wish.Participation.Id, ct);
            posting.SentGiven = score.Given;
            posting.SentAt = score.At;
            posting.FoundInLms = null;
            posting.OverwriteAllowed = false;
            posting.State = posting.Given == score.Given && posting.Comment == score.Comment ? GradePostingState.Sent : GradePostingState.Waiting;
            change.Happened(wish.Participation, Guid.Empty, new JourneyEvent.GradeSent(
                change.NewId(), lineItem.AbsoluteUri, score.Given!.Value, score.Maximum!.Value, nameof(ActivityProgress.Completed), nameof(GradingProgress.FullyGraded)));
            return new DeliveryOutcome.Done("stored");
        },
        ct);

    private async Task<DeliveryOutcome> NoteManualAsync(ScoreWish wish, double found, CancellationToken ct)
    {
        await ChangeAsync(wish, posting => posting.FoundInLms = found, ct);
        return await SettleAsync(wish, GradePostingState.ChangedInLms, null, new DeliveryOutcome.Done("The mark was changed by hand in the LMS."), ct);
    }

    private async Task<DeliveryOutcome> ForgetLineItemAsync(ScoreWish wish, CancellationToken ct)
    {
        await db.Journeys.Where(journey => journey.Id == wish.Participation.JourneyId).ExecuteUpdateAsync(
            set => set.SetProperty(journey => journey.LineItemUrl, (string?)null), ct);
        return new DeliveryOutcome.Again("The column is gone; looking for another one.");
    }

    private async Task<DeliveryOutcome> SettleAsync(ScoreWish wish, GradePostingState state, string? reason, DeliveryOutcome outcome, CancellationToken ct)
    {
        await ChangeAsync(
            wish,
            posting =>
            {
                posting.State = state;
                posting.Reason = reason;
            },
            ct);
        return outcome;
    }

    private Task<bool> ChangeAsync(ScoreWish wish, Action<GradePosting> change, CancellationToken ct) => writer.WriteAsync(
        async _ =>
        {
            change(await db.GradePostings.SingleAsync(posting => posting.ParticipationId == wish.Participation.Id, ct));
            return true;
        },
        ct);
}
