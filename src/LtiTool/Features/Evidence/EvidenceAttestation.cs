using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Practice;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>A learning buddy says: I saw it, or heard about it and believe it.</summary>
internal sealed class EvidenceAttestation(BuddyDbContext db, Access access, JourneyWriter writer, CurrentSession me)
{
    private const int LongestWords = 2000;

    /// <summary>Attests the last version; false when this person may not. Saying it twice says it once.</summary>
    public async Task<bool> AttestAsync(Guid evidenceId, string? words, CancellationToken ct)
    {
        var text = (words ?? "").Trim();
        var kept = text.Length <= LongestWords ? text : text[..LongestWords];
        try
        {
            return await writer.WriteAsync(change => AttestAsync(evidenceId, kept, change, ct), ct);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return true;
        }
    }

    private async Task<bool> AttestAsync(Guid evidenceId, string words, JourneyChange change, CancellationToken ct)
    {
        if (await access.ToEvidenceAsync(evidenceId, ct) is not { CanAttest: true } found)
        {
            return false;
        }

        var version = found.Evidence.Versions.MaxBy(version => version.Revision)!;
        db.Attestations.Add(new Attestation(change.NewId(), evidenceId, version.Revision, me.PersonId, words, change.Now));
        var reference = version.ToReference(me.Definition!);

        // The words are read by learner and facilitator here; what leaves the tool is that it was attested.
        change.Happened(found.Participation, me.PersonId, new JourneyEvent.EvidenceAttested(reference, version.SubmissionEventId, ReviewerRole.Buddy, Words: null));
        return true;
    }
}
