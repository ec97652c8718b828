using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>Hands a draft of the session's learner in.</summary>
internal sealed class EvidenceSubmission(EvidenceFinder pieces, JourneyWriter writer, CurrentSession me)
{
    /// <summary>Submits; false when something is missing or it was handed in already.</summary>
    public async Task<bool> SubmitAsync(Guid evidenceId, CancellationToken ct) =>
        me.ParticipationId is { } own
        && await writer.ChangeAsync(Subjects.Of(own).And(evidenceId), me.Actor, change => SubmitAsync(own, evidenceId, change, ct), ct);

    private async Task<bool> SubmitAsync(Guid own, Guid evidenceId, JourneyChange change, CancellationToken ct) =>
        await pieces.FindAsync(evidenceId, ct) is { CanWrite: true, Evidence: var piece } && change.Learner(own) is { } learner
            && HandIn.Note(piece, learner, change);
}
