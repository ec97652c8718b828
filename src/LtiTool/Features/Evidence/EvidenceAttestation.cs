using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>A learning buddy says: I saw it, or heard about it and believe it.</summary>
internal sealed class EvidenceAttestation(
    BuddyDbContext db, EvidenceFinder pieces, JourneyWriter writer, DesignLibrary designs, CurrentSession me)
{
    private const int LongestWords = 2000;

    /// <summary>Attests the last version; false when this person may not. Saying it twice says it once.</summary>
    public async Task<bool> AttestAsync(Guid evidenceId, string? words, CancellationToken ct)
    {
        if (await pieces.FindAsync(evidenceId, ct) is not { CanAttest: true } found)
        {
            return false;
        }

        var kept = CleanText.Cut(CleanText.Of(words).Trim(), LongestWords);
        return await writer.ChangeAsync(
            Subjects.Of(found.Participation.Id), me.Actor, change => AttestAsync(evidenceId, kept, change, ct), ct);
    }

    private async Task<bool> AttestAsync(Guid evidenceId, string words, JourneyChange change, CancellationToken ct)
    {
        if (await pieces.FindAsync(evidenceId, ct) is not { CanAttest: true, Latest: { } version } found
            || change.Learner(found.Participation.Id) is not { } learner)
        {
            return false;
        }

        if (await db.Attestations.AnyAsync(
            said => said.EvidenceId == evidenceId && said.Revision == version.Revision && said.PersonId == change.Actor.PersonId, ct))
        {
            return true;
        }

        var attestation = new Attestation(change.NewId(), evidenceId, version.Revision, change.Actor.PersonId, words, change.Now);
        db.Attestations.Add(attestation);
        var design = await designs.GetAsync(db, learner.Place.Journey.DesignId!.Value, version.DesignNumber, ct);
        change.Happened(
            found.Participation.Id,
            new EvidenceAttested(version.ToReference(design), attestation.Id, version.SubmissionEventId, ReviewerRole.Buddy));
        return true;
    }
}
