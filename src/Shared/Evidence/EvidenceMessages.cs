using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.Shared.Evidence;

/// <summary>What people are told about evidence.</summary>
internal static class EvidenceMessages
{
    public static IEnumerable<Tells> Of(JourneyDesign design, Progress progress, RecordedEvent e) => e.What switch
    {
        EvidenceSubmitted { Evidence.Id: var piece } =>
        [
            new Tells.Done(MessageName.EvidenceReturned, piece),
            .. ToBuddy(design, progress, piece, e.LearnerId),

            // One for everything that waits in the journey: the newest takes the place of those before.
            new Tells.Done(MessageName.WaitingDaily, e.JourneyId),
            new Tells.Message(MessageName.WaitingDaily, e.JourneyId, new Waits.Facilitators(), Guid.Empty),
        ],
        EvidenceAttested { Evidence.Id: var piece } attested =>
        [
            .. Answered(piece, attested.Role),
            new Tells.Message(MessageName.EvidenceAttested, piece, new Waits.Learner(), e.ActorId),
        ],
        AttestationDeclined declined => Answered(declined.Evidence.Id, declined.Role),
        WitnessDeclined declined =>
            [new Tells.Message(MessageName.WitnessDeclined, declined.EvidenceId, new Waits.Learner(), e.ActorId)],
        BuddyLeft or BuddyEnded =>
            progress.Of<EvidenceProgress>().Pieces.Select(piece => new Tells.Done(MessageName.EvidenceShared, piece.Id)),
        JourneyRestarted =>
            progress.Of<EvidenceProgress>().In(EvidenceState.SetAside)
                .Select(piece => new Tells.Done(MessageName.EvidenceShared, piece.Id)),
        _ => [],
    };

    /// <summary>What the buddy was told is done with once the buddy has answered, whatever others say.</summary>
    private static IEnumerable<Tells> Answered(Guid piece, ReviewerRole by) =>
        by == ReviewerRole.Buddy ? [new Tells.Done(MessageName.EvidenceShared, piece)] : [];

    /// <summary>The newest version takes the place of the one before.</summary>
    private static IEnumerable<Tells> ToBuddy(JourneyDesign design, Progress progress, Guid piece, Guid learner) =>
        design.Find<BuddiesSection>() is not null && progress.Of<BuddyProgress>() is { HasBuddy: true, BuddyId: { } buddy }
            ? [
                new Tells.Done(MessageName.EvidenceShared, piece),
                new Tells.Message(MessageName.EvidenceShared, piece, new Waits.Person(buddy), learner),
            ]
            : [];
}
