using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Reviews;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>Who said what about a piece of evidence.</summary>
/// <param name="LearnerName">Who wrote it.</param>
/// <param name="Attestations">Newest first.</param>
/// <param name="Reviews">Newest first.</param>
/// <param name="Names">Names of the persons involved.</param>
public sealed record EvidenceResponses(
    string LearnerName, IReadOnlyList<Attestation> Attestations, IReadOnlyList<Review> Reviews, IReadOnlyDictionary<Guid, string> Names)
{
    /// <summary>What one person said: somebody who came for this alone reads nobody else's words.</summary>
    public EvidenceResponses SaidBy(Guid personId) =>
        this with { Attestations = [.. Attestations.Where(said => said.PersonId == personId)], Reviews = [] };

    /// <summary>Reads them.</summary>
    public static async Task<EvidenceResponses> OfAsync(BuddyDbContext db, EvidenceAccess found, CancellationToken ct)
    {
        var id = found.Evidence.Id;
        var attestations = await db.Attestations.AsNoTracking()
            .Where(said => said.EvidenceId == id)
            .OrderByDescending(said => said.AttestedAt).ToListAsync(ct);
        var reviews = await db.Reviews.AsNoTracking()
            .Where(review => review.EvidenceId == id)
            .OrderByDescending(review => review.Revision).ToListAsync(ct);
        var people = attestations.Select(said => said.PersonId)
            .Concat(reviews.Select(review => review.ReviewerId))
            .Append(found.Participation.PersonId)
            .ToHashSet();
        var names = await db.People.AsNoTracking()
            .Where(person => people.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.DisplayName, ct);
        return new EvidenceResponses(names[found.Participation.PersonId], attestations, reviews, names);
    }
}
