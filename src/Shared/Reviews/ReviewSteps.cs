using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.Shared.Reviews;

/// <summary>Go on with evidence that came back.</summary>
public sealed record ReworkEvidence(Guid EvidenceId, int Revision) : NextStep;

/// <summary>A piece of evidence is with the facilitator.</summary>
/// <param name="EvidenceId">The piece.</param>
/// <param name="Revision">Which version.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="Attested">The best that somebody beside the facilitator said about it; null when nobody vouches for it.</param>
public sealed record AwaitReview(Guid EvidenceId, int Revision, DateTimeOffset Since, AttestationBasis? Attested) : WaitingStep;

/// <summary>What reviews ask for.</summary>
public static class ReviewSteps
{
    /// <summary>What came back is the most pressing: somebody took time for it.</summary>
    public static IEnumerable<NextStep> Rework(JourneyDesign design, Progress progress, DateTimeOffset now) =>
        design.Find<ReviewsSection>() is null
            ? []
            : progress.Of<EvidenceProgress>().In(EvidenceState.Returned)
                .Select(piece => new ReworkEvidence(piece.Id, piece.Latest!.Revision));

    /// <summary>What was handed in waits for the facilitator.</summary>
    public static IEnumerable<NextStep> AwaitReview(JourneyDesign design, Progress progress, DateTimeOffset now) =>
        design.Find<ReviewsSection>() is null
            ? []
            : progress.Of<EvidenceProgress>().In(EvidenceState.Submitted)
                .Select(piece => new AwaitReview(piece.Id, piece.Latest!.Revision, piece.ChangedAt, piece.Attested));

    /// <summary>How many behaviours were confirmed.</summary>
    internal static Phase Confirmed(JourneyDesign design, Progress progress)
    {
        var pieces = progress.Of<EvidenceProgress>().Pieces;
        var practised = SprintChoice.Practised(design, progress);
        var confirmed = practised.Count(behaviour => pieces.Any(piece => piece.Shows(behaviour.Id)));
        return new Phase("confirmation", confirmed, SprintChoice.HowMany(design, progress));
    }

    /// <summary>What was handed in waits for whoever facilitates.</summary>
    internal static IEnumerable<Attention> ToReview(JourneyDesign design, Progress progress) =>
        progress.Of<EvidenceProgress>().In(EvidenceState.Submitted)
            .Select(piece => new Attention(AttentionKind.Review, piece.Id, new Waits.Facilitators()));
}
