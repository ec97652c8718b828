using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>Hands a draft in: freezes a version and notes that it happened.</summary>
internal sealed class EvidenceSubmission(EvidenceFinder pieces, JourneyWriter writer, CurrentSession me)
{
    /// <summary>Submits; false when something is missing or it was handed in already.</summary>
    public async Task<bool> SubmitAsync(Guid evidenceId, CancellationToken ct) =>
        me.ParticipationId is { } own
        && await writer.ChangeAsync(Subjects.Of(own).And(evidenceId), me.Actor, change => SubmitAsync(own, evidenceId, change, ct), ct);

    private async Task<bool> SubmitAsync(Guid own, Guid evidenceId, JourneyChange change, CancellationToken ct)
    {
        if (await pieces.FindAsync(evidenceId, ct) is not { CanWrite: true, Evidence: var piece, Latest: var previous }
            || change.Learner(own) is not { } learner)
        {
            return false;
        }

        var eventId = change.NewId();
        if (piece.Submit(eventId, learner.Place.Journey.DesignNumber, change.Now) is not { } version)
        {
            return false;
        }

        var reference = version.ToReference(learner.Design);
        if (previous is not null)
        {
            change.Happened(own, new EvidenceRevised(reference, previous.SubmissionEventId));
        }

        var files = version.Text.Files.Select(file => new FileRef(file.ContentType, file.Length, file.Sha256)).ToList();
        var kind = piece.FoundStatementId is null ? EvidenceKind.OnTheJob : EvidenceKind.External;
        change.Happened(own, new EvidenceSubmitted(reference, kind, version.Text.AppliedOn!.Value, files, piece.FoundStatementId), eventId);
        return true;
    }
}
