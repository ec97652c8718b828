using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>Hands a draft in: freezes a version and notes that it happened.</summary>
internal static class HandIn
{
    /// <summary>Hands it in; false when something is missing, or it was handed in already.</summary>
    /// <param name="piece">The piece, with its versions.</param>
    /// <param name="learner">Whose it is.</param>
    /// <param name="change">The change it happens in.</param>
    public static bool Note(EvidencePiece piece, LearnerState learner, JourneyChange change)
    {
        var (eventId, previous) = (change.NewId(), piece.Versions.MaxBy(version => version.Revision));
        if (piece.Submit(eventId, learner.Place.Journey.DesignNumber, change.Now) is not { } version)
        {
            return false;
        }

        var (own, reference) = (learner.Participation.Id, version.ToReference(learner.Design));
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
