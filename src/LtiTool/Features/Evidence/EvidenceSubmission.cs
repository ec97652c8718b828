using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Practice;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>Hands a draft in: freezes a version and notes that it happened.</summary>
internal sealed class EvidenceSubmission(BuddyDbContext db, Access access, JourneyWriter writer, CurrentSession me)
{
    /// <summary>Submits; false when something is missing or it was handed in already.</summary>
    public Task<bool> SubmitAsync(Guid evidenceId, CancellationToken ct) => writer.WriteAsync(
        async change =>
        {
            await writer.LockAsync(evidenceId, ct);
            db.ChangeTracker.Clear();
            if (await access.ToEvidenceAsync(evidenceId, ct) is not { CanWrite: true } found)
            {
                return false;
            }

            var previous = found.Evidence.Versions.MaxBy(version => version.Revision);
            var eventId = change.NewId();
            if (found.Evidence.Submit(eventId, change.Now) is not { } version)
            {
                return false;
            }

            var reference = version.ToReference(me.Definition!);
            if (previous is not null)
            {
                change.Happened(found.Participation, me.PersonId, new JourneyEvent.EvidenceRevised(reference, previous.SubmissionEventId));
            }

            var files = version.Text.Files.Select(file => new FileRef(file.Name, file.ContentType, file.Length, file.Sha256)).ToList();
            change.Happened(found.Participation, me.PersonId, new JourneyEvent.EvidenceSubmitted(
                reference, found.Evidence.FoundStatementId is null ? EvidenceKind.OnTheJob : EvidenceKind.External, version.Text.AppliedOn, files, found.Evidence.FoundStatementId), eventId);
            return true;
        },
        ct);
}
