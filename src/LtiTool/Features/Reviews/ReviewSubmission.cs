using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Practice;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Reviews;

/// <summary>Takes a review: evidence, score, certification and the next nudge change together, or not at all.</summary>
internal sealed class ReviewSubmission(BuddyDbContext db, Access access, JourneyWriter writer, Consequences consequences, CurrentSession me)
{
    /// <summary>Gives a review to the last version.</summary>
    public async Task<GiveResult> GiveAsync(Guid evidenceId, ReviewText text, CancellationToken ct)
    {
        try
        {
            return await writer.WriteAsync(change => GiveAsync(evidenceId, text, change, ct), ct);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return GiveResult.TooLate;
        }
    }

    private async Task<GiveResult> GiveAsync(Guid evidenceId, ReviewText text, JourneyChange change, CancellationToken ct)
    {
        await writer.LockAsync(evidenceId, ct);
        db.ChangeTracker.Clear();
        if (await access.ToEvidenceAsync(evidenceId, ct) is not { CanReview: true } found)
        {
            return GiveResult.TooLate;
        }

        var version = found.Evidence.Versions.MaxBy(version => version.Revision)!;
        if (ReviewRules.Check(text, version.Text.BehaviourIds, me.Definition!.Rubric).Count > 0)
        {
            return GiveResult.Incomplete;
        }

        found.Evidence.Settle(text.Confirmed);
        db.Reviews.Add(new PracticeReview(change.NewId(), evidenceId, version.Revision, me.PersonId, text, change.Now));
        await db.ReviewDrafts.Where(draft => draft.EvidenceId == evidenceId).ExecuteDeleteAsync(ct);
        var reference = version.ToReference(me.Definition);
        if (!text.Confirmed)
        {
            change.Happened(found.Participation, me.PersonId, new JourneyEvent.EvidenceReturned(reference, version.SubmissionEventId, text.Comment));
            return GiveResult.Given;
        }

        await ConfirmAsync(found, version, reference, text, change, ct);
        return GiveResult.Given;
    }

    /// <summary>Only behaviours at the level that confirms are confirmed.</summary>
    private Task ConfirmAsync(
        EvidenceAccess found, EvidenceVersion version, EvidenceRef reference, ReviewText text, JourneyChange change, CancellationToken ct)
    {
        var rubric = me.Definition!.Rubric;
        var reached = reference with { Behaviours = [.. reference.Behaviours.Where(behaviour => text.Levels[behaviour.Id] >= rubric.PassLevel)] };
        var points = new Points(reached.Behaviours.Average(behaviour => text.Levels[behaviour.Id]), rubric.Lowest, rubric.Highest);
        var confirmation = change.Happened(
            found.Participation, me.PersonId, new JourneyEvent.EvidenceConfirmed(reached, version.SubmissionEventId, points, text.Comment));
        return consequences.OfConfirmationAsync(found.Participation, confirmation, change, ct);
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
