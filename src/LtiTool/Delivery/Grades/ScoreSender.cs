using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Grades;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Sends scores: always the newest score, never over a mark that somebody changed by hand without being told to.</summary>
internal sealed class ScoreSender(
    BuddyDbContext db, JourneyWriter writer, GradesClient grades, LineItems lineItems, FurtherColumns further, ManualMarks manual,
    GradeTrouble trouble, TimeProvider clock) : IDeliverySender
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromHours(1);

    public DeliveryKind Kind => DeliveryKind.Score;

    public async Task<IReadOnlyDictionary<Guid, DeliveryOutcome>> SendAsync(
        string destination, IReadOnlyList<DeliveryRow> batch, CancellationToken ct)
    {
        var outcomes = new Dictionary<Guid, DeliveryOutcome>();
        foreach (var row in batch)
        {
            outcomes[row.Id] = await SendAsync(row.SubjectId, row.MayHaveArrived, ct);
        }

        return outcomes;
    }

    /// <summary>Says so where people look; what was refused has its reason already, and a newer score is under way.</summary>
    public async Task GaveUpAsync(DeliveryRow row, string answer, CancellationToken ct)
    {
        if (!await db.Deliveries.AnyAsync(delivery => delivery.Id == row.Id && delivery.State == DeliveryState.Parked, ct))
        {
            return;
        }

        await db.GradePostings
            .Where(posting => posting.ParticipationId == row.SubjectId && posting.State == GradePostingState.Waiting)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(posting => posting.State, GradePostingState.Refused)
                    .SetProperty(posting => posting.Reason, answer),
                ct);
        await trouble.TellAsync(row.SubjectId, ct);
    }

    private async Task<DeliveryOutcome> SendAsync(Guid participationId, bool mayHaveArrived, CancellationToken ct)
    {
        var desired = await DesiredScore.ReadAsync(db, participationId, ct);
        if (desired is null)
        {
            return new DeliveryOutcome.Done("There is no score any more.");
        }

        if (desired.Platform.Status != PlatformStatus.Active)
        {
            return await SettleAsync(
                desired, GradePostingState.Refused, GradePosting.PlatformBlocked, new DeliveryOutcome.Park(BlockedPlatforms.Answer), ct);
        }

        if (!desired.IsInCourse)
        {
            return await SettleAsync(
                desired, GradePostingState.NotInCourse, null, new DeliveryOutcome.Done("Not in the course any more."), ct);
        }

        // What is about one column holds up no other.
        var later = await further.SendAsync(desired, ct);
        var outcome = desired.Posting.IsSettled
            ? new DeliveryOutcome.Done("Nothing is left to send to the journey's column.")
            : await SendToJourneyAsync(desired, mayHaveArrived, ct);
        return outcome is DeliveryOutcome.Done ? later ?? outcome : outcome;
    }

    private async Task<DeliveryOutcome> SendToJourneyAsync(DesiredScore desired, bool mayHaveArrived, CancellationToken ct)
    {
        try
        {
            if (await lineItems.OfAsync(desired, ct) is not { } lineItem)
            {
                return await SettleAsync(
                    desired, GradePostingState.Refused, GradePosting.NoColumn, new DeliveryOutcome.Park(DeliveryReasons.NoColumn), ct);
            }

            return await SendAsync(desired, lineItem, mayHaveArrived, ct);
        }
        catch (LtiServiceException failure) when (failure.Fault == ServiceFault.Gone)
        {
            return await SettleAsync(
                desired, GradePostingState.Waiting, GradePosting.ActivityGone, new DeliveryOutcome.Again(failure.Message, LookAgain), ct);
        }
        catch (LtiServiceException failure) when (failure.Fault == ServiceFault.Failed)
        {
            return new DeliveryOutcome.Again(failure.Message, failure.RetryAfter);
        }
        catch (LtiServiceException failure) when (failure.MayRetry)
        {
            return new DeliveryOutcome.Unavailable(failure.Message, failure.RetryAfter);
        }
        catch (LtiServiceException failure)
        {
            return await SettleAsync(desired, GradePostingState.Refused, failure.Message, new DeliveryOutcome.Park(failure.Message), ct);
        }
    }

    private async Task<DeliveryOutcome> SendAsync(DesiredScore desired, Uri lineItem, bool mayHaveArrived, CancellationToken ct)
    {
        try
        {
            if (mayHaveArrived && await manual.HasArrivedAsync(desired, lineItem, ct))
            {
                return await StoredAsync(desired, ScoreOf(desired), lineItem, null, ct);
            }

            if (await manual.FindAsync(desired, lineItem, ct) is { } found)
            {
                return await NoteManualAsync(desired, found, ct);
            }
        }
        catch (LtiServiceException failure) when (failure.Fault == ServiceFault.Gone)
        {
            // Where results are read first, this is how a deleted column is noticed.
            return await GoneAsync(desired, lineItem, ct);
        }

        return await PostAsync(desired, lineItem, ct);
    }

    private Score ScoreOf(DesiredScore desired) => desired.ToScore(clock.GetUtcNow(), desired.Posting.SentAt);

    private async Task<DeliveryOutcome> PostAsync(DesiredScore desired, Uri lineItem, CancellationToken ct)
    {
        var score = ScoreOf(desired);
        return await grades.PostScoreAsync(desired.Platform, lineItem, score, ct) switch
        {
            ScoreResult.Stored => await StoredAsync(desired, score, lineItem, await manual.KeptAsync(desired, lineItem, ct), ct),
            ScoreResult.Superseded =>
                new DeliveryOutcome.Again(DeliveryReasons.LaterScore, TimeSpan.FromSeconds(2)),
            ScoreResult.NotGradable refused => await SettleAsync(
                desired, GradePostingState.NotInCourse, null, new DeliveryOutcome.Done(refused.Detail), ct),
            ScoreResult.Gone => await GoneAsync(desired, lineItem, ct),
            ScoreResult.Refused refused =>
                await SettleAsync(desired, GradePostingState.Refused, refused.Detail, new DeliveryOutcome.Park(refused.Detail), ct),
            ScoreResult.Throttled throttled => new DeliveryOutcome.Unavailable(DeliveryReasons.Busy, throttled.RetryAfter),
            ScoreResult.Failed failure => new DeliveryOutcome.Again(failure.Detail),
            ScoreResult.Unreachable failure => new DeliveryOutcome.Unavailable(failure.Detail),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private Task<DeliveryOutcome> StoredAsync(
        DesiredScore desired, Score score, Uri lineItem, double? kept, CancellationToken ct) => writer.ChangeAsync<DeliveryOutcome>(
        Subjects.Of(desired.Participation.Id),
        Actor.Tool,
        async change =>
        {
            var posting = await db.GradePostings.SingleAsync(posting => posting.ParticipationId == desired.Participation.Id, ct);
            posting.SentGiven = score.Given;
            posting.SentAt = score.At;
            posting.FoundInLms = kept;
            posting.OverwriteAllowed = false;
            posting.Reason = null;
            posting.State = (posting.Given == score.Given && posting.Comment == score.Comment, kept) switch
            {
                _ when !posting.IsFinal => GradePostingState.NotYet,
                (false, _) => GradePostingState.Waiting,
                (true, null) => GradePostingState.Sent,
                (true, _) => GradePostingState.KeptInLms,
            };
            change.Happened(desired.Participation.Id, new GradeSent(
                change.NewId(), lineItem.AbsoluteUri, score.Given!.Value, score.Maximum!.Value,
                nameof(ActivityProgress.Completed), nameof(GradingProgress.FullyGraded)));
            return new DeliveryOutcome.Done("stored");
        },
        ct);

    private async Task<DeliveryOutcome> NoteManualAsync(DesiredScore desired, double found, CancellationToken ct)
    {
        await ChangeAsync(desired, posting => posting.FoundInLms = found, ct);
        return await SettleAsync(
            desired, GradePostingState.ChangedInLms, null, new DeliveryOutcome.Done("The mark was changed by hand in the LMS."), ct);
    }

    /// <summary>
    /// A column that is missing from the course's list is deleted, and another is found or made. Where the whole course answers so, it is
    /// closed or deleted: the column is kept, since it may come back with the course.
    /// </summary>
    private async Task<DeliveryOutcome> GoneAsync(DesiredScore desired, Uri lineItem, CancellationToken ct)
    {
        if (await lineItems.HasAsync(desired, lineItem, ct) is null or true)
        {
            return await SettleAsync(
                desired, GradePostingState.Waiting, GradePosting.ActivityGone,
                new DeliveryOutcome.Again(DeliveryReasons.ActivityGone, LookAgain), ct);
        }

        await db.Journeys.Where(journey => journey.Id == desired.Participation.JourneyId).ExecuteUpdateAsync(
            set => set.SetProperty(journey => journey.LineItemUrl, (string?)null), ct);
        return new DeliveryOutcome.Again(DeliveryReasons.ColumnGone);
    }

    private async Task<DeliveryOutcome> SettleAsync(
        DesiredScore desired, GradePostingState state, string? reason, DeliveryOutcome outcome, CancellationToken ct)
    {
        await ChangeAsync(
            desired,
            posting =>
            {
                posting.State = state;
                posting.Reason = reason;
            },
            ct);
        return outcome;
    }

    private Task<bool> ChangeAsync(DesiredScore desired, Action<GradePosting> change, CancellationToken ct) => writer.ChangeAsync(
        Subjects.Of(desired.Participation.Id),
        Actor.Tool,
        async _ =>
        {
            // Whoever was started over meanwhile has no score that anything could be said about.
            var posting = await db.GradePostings.SingleAsync(posting => posting.ParticipationId == desired.Participation.Id, ct);
            if (posting.IsFinal)
            {
                change(posting);
            }

            return true;
        },
        ct);
}
