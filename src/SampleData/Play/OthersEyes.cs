using LearningBuddy.SampleData.Chance;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Reviews;

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
    private const double BuddyWasThere = 0.5;
    private const double BuddyCannotSay = 0.06;
    private const double WitnessDeclines = 0.1;
    private const double IsTakenBack = 0.03;

    private static readonly Spread Hours = new(0.5, 4, 12, 22, 40, 70, 150);

    private static readonly Spread WitnessHours = new(0.2, 0.3, 0.6, 2);
    private readonly Guid guest = stage.Ids.New();
    private readonly ReviewerRole guestRole = learner.Dice.Happens(0.5) ? ReviewerRole.Manager : ReviewerRole.Witness;

    /// <summary>Plans who looks at a version.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="reference">The version.</param>
    /// <param name="submissionEventId">The event of its submission.</param>
    public void Look(EvidencePiece piece, EvidenceRef reference, Guid submissionEventId)
    {
        var dice = learner.Dice;
        if (dice.Happens(WitnessSawIt))
        {
            stage.Agenda.In(
                dice.Hours(WitnessHours),
                () => Attest(piece, reference, submissionEventId, guest, guestRole, AttestationBasis.Present));
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

    /// <summary>The learner asks somebody who was there; most say yes, and then what they saw, sooner or later.</summary>
    public void Ask(EvidencePiece piece, EvidenceRef reference, Guid submissionEventId)
    {
        var id = stage.Ids.New();
        learner.Did(new WitnessAsked(piece.Id, id, guest, stage.Agenda.Now + WitnessRequest.Open));
        stage.Agenda.In(learner.Dice.Hours(WitnessHours), () => Answer(id, piece, reference, submissionEventId));
    }

    private void Answer(Guid requestId, EvidencePiece piece, EvidenceRef reference, Guid submissionEventId)
    {
        if (learner.HasWithdrawn || piece.State == EvidenceState.SetAside)
        {
            return;
        }

        if (learner.Dice.Happens(IsTakenBack))
        {
            learner.Did(new WitnessEnded(piece.Id, requestId));
        }
        else if (learner.Dice.Happens(WitnessDeclines))
        {
            learner.Saw(guest, new WitnessDeclined(piece.Id, requestId));
        }
        else
        {
            learner.Saw(guest, new WitnessAccepted(piece.Id, requestId));
            Attest(piece, reference, submissionEventId, guest, guestRole, AttestationBasis.Present);
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

    private void ByBuddy(Learner buddy, EvidencePiece piece, EvidenceRef reference, Guid submissionEventId)
    {
        if (BuddyOf(learner) != buddy)
        {
            return;
        }

        var basis = learner.Dice.Happens(BuddyCannotSay) ? AttestationBasis.CannotSay
            : learner.Dice.Happens(BuddyWasThere) ? AttestationBasis.Present : AttestationBasis.TalkedThrough;
        Attest(piece, reference, submissionEventId, buddy.Person.Id, ReviewerRole.Buddy, basis);
        if (learner.Dice.Happens(BuddyComments))
        {
            Comment(reference, submissionEventId, buddy.Person.Id, ReviewerRole.Buddy, learner.Pair!.Id);
        }
    }

    /// <summary>Only the newest version can be attested, and once by each.</summary>
    private void Attest(
        EvidencePiece piece, EvidenceRef reference, Guid submissionEventId, Guid by, ReviewerRole role, AttestationBasis basis)
    {
        var isNew = learner.Progress.Of<EvidenceProgress>().Find(piece.Id)?.AttestedBy.ContainsKey(by) is false;
        if (!isNew || piece.Revision != reference.Revision || piece.State == EvidenceState.SetAside || learner.HasWithdrawn)
        {
            return;
        }

        learner.Saw(by, basis == AttestationBasis.CannotSay
            ? new AttestationDeclined(reference, stage.Ids.New(), submissionEventId, role)
            : new EvidenceAttested(reference, stage.Ids.New(), submissionEventId, role, basis));
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
        stage.Write(new(TextKind.Feedback, id), dice.Pick(stage.Words.Worked));
        var given = learner.Saw(by, new FeedbackGiven(reference, submissionEventId, id, role, group, points));
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

    private Learner? BuddyOf(Learner one) => one.BuddyId is { } id ? stage.Learners.FirstOrDefault(other => other.Person.Id == id) : null;

    private Learner? PeerOf(Learner one) => one.CircleId is { } circle
        && stage.Learners.Where(other => other != one && other.CircleId == circle && other.IsAround).ToList() is { Count: > 0 } peers
            ? one.Dice.Pick(peers)
            : null;
}
