using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Evidence;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Reviews;

/// <summary>The evidence that waits for this reviewer, the longest wait first.</summary>
public sealed class WaitingReviews(BuddyDbContext db, CurrentSession me)
{
    /// <summary>Where a piece stands in the queue, and who comes after it.</summary>
    public async Task<QueuePlace> PlaceOfAsync(Guid journeyId, EvidencePiece piece, CancellationToken ct)
    {
        var (id, since) = (piece.Id, piece.SubmittedAt);
        var waiting = Waiting(journeyId);
        var before = await waiting.CountAsync(
            other => other.SubmittedAt < since || (other.SubmittedAt == since && other.Id.CompareTo(id) < 0), ct);
        var others = await waiting.CountAsync(other => other.Id != id, ct);
        var next = await (
            from other in waiting
            join participation in db.Participations on other.ParticipationId equals participation.Id
            join person in db.People on participation.PersonId equals person.Id
            where other.Id != id
            orderby other.SubmittedAt, other.Id
            select person).AsNoTracking().FirstOrDefaultAsync(ct);
        return new(before + 1, others + 1, next?.DisplayName);
    }

    /// <summary>What waits, as a part of a question.</summary>
    internal IQueryable<EvidencePiece> Waiting(Guid journeyId)
    {
        var all =
            from piece in db.Evidence
            join participation in db.Participations on piece.ParticipationId equals participation.Id
            where participation.JourneyId == journeyId && piece.State == EvidenceState.Submitted
            select piece;
        return Groups.SeenBy(db, me) is { } seen ? all.Where(piece => seen.Contains(piece.ParticipationId)) : all;
    }
}

/// <summary>A place in the queue.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Total">How many wait.</param>
/// <param name="Next">Who is next after this one, or null.</param>
public sealed record QueuePlace(int Number, int Total, string? Next);
