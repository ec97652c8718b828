using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Grades;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Reviews;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>
/// Sends the journey's score to the columns that further links have of their own, where a teacher asked for them. A mark that somebody set
/// there by hand stays; a column that takes none says so on the page of grades, and stops nothing else.
/// </summary>
internal sealed class FurtherColumns(
    BuddyDbContext db, JourneyWriter writer, GradesClient grades, ManualMarks manual, TimeProvider clock)
{
    private static readonly string Sent = EventTypes.NameOf<GradeSent>();

    private static readonly string[] Looked =
        [Sent, EventTypes.NameOf<ReviewConfirmed>(), EventTypes.NameOf<ReviewReturned>()];

    /// <summary>Sends where the column lacks the score, or the reviewer's last words.</summary>
    /// <returns>Why it is tried again, or null when nothing is left to do.</returns>
    public async Task<DeliveryOutcome?> SendAsync(DesiredScore desired, CancellationToken ct)
    {
        var links = await db.JourneyLinks.AsNoTracking()
            .Where(link => link.JourneyId == desired.Journey.Id && link.LineItemUrl != null).ToListAsync(ct);
        if (links.Count == 0)
        {
            return null;
        }

        var history = (await db.Events.AsNoTracking()
            .Where(row => row.ParticipationId == desired.Participation.Id && Looked.Contains(row.Name))
            .OrderBy(row => row.Sequence).ToListAsync(ct)).ConvertAll(row => row.ToEvent());
        DeliveryOutcome? later = null;
        foreach (var link in links)
        {
            later = await SendAsync(desired, link, history, ct) ?? later;
        }

        return later;
    }

    private async Task<DeliveryOutcome?> SendAsync(
        DesiredScore desired, JourneyLink link, List<RecordedEvent> history, CancellationToken ct)
    {
        var last = history.FindLastIndex(recorded => recorded.What is GradeSent sent && sent.LineItem == link.LineItemUrl);
        var given = last < 0 ? null : (double?)((GradeSent)history[last].What).Given;
        if (given == desired.Posting.Given && history.FindLastIndex(recorded => recorded.What is not GradeSent) < last)
        {
            return null;
        }

        try
        {
            var column = new Uri(link.LineItemUrl!);
            return await manual.FindAsync(desired, column, given, ct) is null
                ? await PostAsync(desired, link, column, last < 0 ? null : history[last].OccurredAt, ct)
                : null;
        }
        catch (LtiServiceException failure) when (failure.Fault == ServiceFault.Gone)
        {
            return await ForgetAsync(link, ct);
        }
        catch (LtiServiceException failure) when (failure.MayRetry)
        {
            return new DeliveryOutcome.Again(failure.Message, failure.RetryAfter);
        }
        catch (LtiServiceException failure)
        {
            return await FaultAsync(link, failure.Message, ct);
        }
    }

    private async Task<DeliveryOutcome?> PostAsync(
        DesiredScore desired, JourneyLink link, Uri column, DateTimeOffset? last, CancellationToken ct)
    {
        var score = desired.ToScore(clock.GetUtcNow(), last);
        return await grades.PostScoreAsync(desired.Platform, column, score, ct) switch
        {
            ScoreResult.Stored => await StoredAsync(desired, link, score, ct),
            ScoreResult.Superseded => new DeliveryOutcome.Again(DeliveryReasons.LaterScore, TimeSpan.FromSeconds(2)),
            ScoreResult.NotGradable => null,
            ScoreResult.Gone => await ForgetAsync(link, ct),
            ScoreResult.Refused refused => await FaultAsync(link, refused.Detail, ct),
            ScoreResult.Throttled throttled => new DeliveryOutcome.Unavailable(DeliveryReasons.Busy, throttled.RetryAfter),
            ScoreResult.Failed failure => new DeliveryOutcome.Again(failure.Detail),
            ScoreResult.Unreachable failure => new DeliveryOutcome.Unavailable(failure.Detail),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<DeliveryOutcome?> StoredAsync(DesiredScore desired, JourneyLink link, Score score, CancellationToken ct)
    {
        await writer.ChangeAsync(
            Subjects.Of(desired.Participation.Id),
            Actor.Tool,
            change =>
            {
                change.Happened(desired.Participation.Id, new GradeSent(
                    change.NewId(), link.LineItemUrl!, score.Given!.Value, score.Maximum!.Value,
                    nameof(ActivityProgress.Completed), nameof(GradingProgress.FullyGraded)));
                return Task.FromResult(true);
            },
            ct);
        return link.ColumnFault is null ? null : await FaultAsync(link, null, ct);
    }

    /// <summary>The column was deleted: the link has none until a launch tells another.</summary>
    private async Task<DeliveryOutcome?> ForgetAsync(JourneyLink link, CancellationToken ct)
    {
        await Row(link).ExecuteUpdateAsync(set => set.SetProperty(row => row.LineItemUrl, (string?)null), ct);
        return null;
    }

    private async Task<DeliveryOutcome?> FaultAsync(JourneyLink link, string? fault, CancellationToken ct)
    {
        await Row(link).ExecuteUpdateAsync(set => set.SetProperty(row => row.ColumnFault, fault), ct);
        return null;
    }

    private IQueryable<JourneyLink> Row(JourneyLink link) =>
        db.JourneyLinks.Where(row => row.CourseId == link.CourseId && row.ResourceLinkId == link.ResourceLinkId);
}
