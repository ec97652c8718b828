using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>A learning buddy, or somebody asked as a witness, says what they can say about what was sent last.</summary>
internal sealed class EvidenceAttestation(
    BuddyDbContext db, EvidenceFinder pieces, JourneyWriter writer, DesignLibrary designs, CurrentSession me)
{
    /// <summary>Keeps what they say about the last version; false when this person may not. Saying it twice says it once.</summary>
    public async Task<bool> AttestAsync(Guid evidenceId, AttestationBasis basis, string? words, CancellationToken ct)
    {
        if (await pieces.FindAsync(evidenceId, ct) is not { CanAttest: true } found)
        {
            return false;
        }

        var kept = CleanText.Cut(CleanText.Of(words).Trim(), Attestation.LongestWords);
        return await writer.ChangeAsync(
            Subjects.Of(found.Participation.Id), me.Actor, change => AttestAsync(evidenceId, basis, kept, change, ct), ct);
    }

    private async Task<bool> AttestAsync(
        Guid evidenceId, AttestationBasis basis, string words, JourneyChange change, CancellationToken ct)
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

        var attestation = new Attestation(
            change.NewId(), evidenceId, version.Revision, change.Actor.PersonId, basis, words, change.Now);
        db.Attestations.Add(attestation);
        var design = await designs.GetAsync(db, learner.Place.Journey.DesignId!.Value, version.DesignNumber, ct);
        var (reference, role) = (version.ToReference(design), RoleOf(found.Relation));
        change.Happened(found.Participation.Id, basis == AttestationBasis.CannotSay
            ? new AttestationDeclined(reference, attestation.Id, version.SubmissionEventId, role)
            : new EvidenceAttested(reference, attestation.Id, version.SubmissionEventId, role, basis));
        return true;
    }

    private static ReviewerRole RoleOf(Relation relation) =>
        relation == Relation.Witness ? ReviewerRole.Witness : ReviewerRole.Buddy;
}
