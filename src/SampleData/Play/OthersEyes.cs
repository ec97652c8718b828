using LearningBuddy.SampleData.Chance;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Practice;
using static LearningBuddy.Shared.Events.JourneyEvent;

namespace LearningBuddy.SampleData.Play;

/// <summary>Others look at what was handed in: the buddy and a witness attest it; buddy, peers and facilitator give feedback.</summary>
internal sealed class OthersEyes(Stage stage, Learner learner)
{
    private const double WitnessSawIt = 0.2;
    private const double PeerComments = 0.2;
    private const double FacilitatorComments = 0.08;
    private const double BuddyComments = 0.6;
    private const double IsRead = 0.85;
    private const double IsRated = 0.25;

    private static readonly Spread Hours = new(0.5, 4, 12, 22, 40, 70, 150);

    private readonly Guid guest = stage.Ids.New();
    private readonly ReviewerRole guestRole = learner.Dice.Happens(0.5) ? ReviewerRole.Manager : ReviewerRole.Witness;

    /// <summary>Plans who looks at a version.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="reference">The version.</param>
    /// <param name="submissionEventId">The event of its submission.</param>
    /// <param name="seen">True: somebody was there and will say so.</param>
    public void Look(Evidence piece, EvidenceRef reference, Guid submissionEventId, bool seen)
    {
        var dice = learner.Dice;
        if (seen || dice.Happens(WitnessSawIt))
        {
            stage.Agenda.In(dice.Hours(new Spread(0.2, 0.3, 0.6, 2)), () => Attest(piece, reference, submissionEventId, guest, guestRole));
        }

        if (BuddyOf(learner) is { } buddy && dice.Happens(buddy.Temperament.Warmth))
        {
            When(buddy, () => ByBuddy(buddy, piece, reference, submissionEventId));
        }

        if (dice.Happens(PeerComments) && PeerOf(learner) is { CircleId: { } circle } peer)
        {
            When(peer, () => Comment(reference, submissionEventId, peer.Person.Id, ReviewerRole.Peer, circle));
        }

        if (dice.Happens(FacilitatorComments))
        {
            var facilitator = dice.Pick(stage.Cohort.Facilitators);
            stage.Agenda.At(
                facilitator.Rhythm.After(stage.Agenda.Now + dice.Hours(Hours), dice),
                () => Comment(reference, submissionEventId, facilitator.Id, ReviewerRole.Facilitator, null));
        }
    }

    private void When(Learner other, Action what) => stage.Agenda.At(
        other.Person.Rhythm.After(stage.Agenda.Now + learner.Dice.Hours(Hours), learner.Dice),
        () =>
        {
            if (other.IsAround && !learner.HasWithdrawn)
            {
                what();
            }
        });

    private void ByBuddy(Learner buddy, Evidence piece, EvidenceRef reference, Guid submissionEventId)
    {
        if (BuddyOf(learner) != buddy)
        {
            return;
        }

        Attest(piece, reference, submissionEventId, buddy.Person.Id, ReviewerRole.Buddy);
        if (learner.Dice.Happens(BuddyComments))
        {
            Comment(reference, submissionEventId, buddy.Person.Id, ReviewerRole.Buddy, learner.Pair!.Id);
        }
    }

    /// <summary>Only the newest version can be attested.</summary>
    private void Attest(Evidence piece, EvidenceRef reference, Guid submissionEventId, Guid by, ReviewerRole role)
    {
        if (piece.Revision == reference.Revision && !learner.HasWithdrawn)
        {
            learner.Saw(by, new EvidenceAttested(reference, submissionEventId, role, Words: null));
        }
    }

    private void Comment(EvidenceRef reference, Guid submissionEventId, Guid by, ReviewerRole role, Guid? group)
    {
        if (learner.HasWithdrawn)
        {
            return;
        }

        var dice = learner.Dice;
        var id = stage.Ids.New();
        var points = dice.Happens(IsRated) ? new Points(2 + dice.Below(4), 1, 5) : null;
        var given = learner.Saw(by, new FeedbackGiven(reference, submissionEventId, id, role, dice.Pick(stage.Cohort.Design.Words.Worked), group, points));
        learner.Did(new FeedbackReceived(id, given.Id));
        if (dice.Happens(IsRead))
        {
            stage.Agenda.At(learner.ComesAfter(dice.Hours(Hours)), () =>
            {
                if (learner.IsAround)
                {
                    learner.Did(new FeedbackRead(id, given.Id));
                }
            });
        }
    }

    private Learner? BuddyOf(Learner one) => one.Pair is { State: BuddyPairState.Active, BuddyId: { } id }
        ? stage.Learners.FirstOrDefault(other => other.Person.Id == id)
        : null;

    private Learner? PeerOf(Learner one) => one.CircleId is { } circle
        && stage.Learners.Where(other => other != one && other.CircleId == circle && other.IsAround).ToList() is { Count: > 0 } peers
            ? one.Dice.Pick(peers)
            : null;
}
