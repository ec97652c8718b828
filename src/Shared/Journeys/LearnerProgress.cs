using LearningBuddy.Shared.Events;

namespace LearningBuddy.Shared.Journeys;

/// <summary>What a learner's events add up to: the one reading of the history that page, nudges, progress and insights share.</summary>
public sealed class LearnerProgress
{
    private readonly Dictionary<Guid, EvidenceProgress> evidence = [];
    private readonly Dictionary<Guid, NudgeFacts> openNudges = [];

    private LearnerProgress()
    {
    }

    /// <summary>Whether the learner has started.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>The invitation or pairing that stands now, or null.</summary>
    public BuddyProgress? Buddy { get; private set; }

    /// <summary>Pieces of evidence, in the order they were begun.</summary>
    public IReadOnlyCollection<EvidenceProgress> Evidence => evidence.Values;

    /// <summary>Nudges in the inbox that were neither done nor waved away.</summary>
    public IReadOnlyCollection<NudgeFacts> OpenNudges => openNudges.Values;

    /// <summary>Keys of the behaviours certified and not expired or revoked.</summary>
    public HashSet<string> CertifiedBehaviours { get; } = [];

    /// <summary>Reads a history.</summary>
    /// <param name="events">All events of one participation, oldest first.</param>
    public static LearnerProgress From(IEnumerable<RecordedEvent> events)
    {
        var progress = new LearnerProgress();
        foreach (var recorded in events)
        {
            progress.Apply(recorded);
        }

        return progress;
    }

    /// <summary>How often a behaviour was confirmed, on how many days, and whether somebody else saw it.</summary>
    public BehaviourProgress Of(string behaviourId)
    {
        var confirmed = evidence.Values.Where(piece => piece.ConfirmedBehaviours.Contains(behaviourId)).ToList();
        return new BehaviourProgress(
            Confirmed: confirmed.Count,
            Days: confirmed.Select(piece => piece.Day).Distinct().Count(),
            SeenByOthers: confirmed.Exists(piece => piece.AttestedBy.Count > 0),
            Waiting: evidence.Values.Count(piece => piece.State == EvidenceProgressState.Submitted && piece.Latest.Behaviours.Any(b => b.Id == behaviourId)));
    }

    private void Apply(RecordedEvent recorded)
    {
        switch (recorded.What)
        {
            case JourneyEvent.JourneyStarted:
                HasStarted = true;
                break;
            case JourneyEvent.Certified certified:
                CertifiedBehaviours.Add(certified.Behaviour.Id);
                break;
            case JourneyEvent.CertificationExpired expired:
                CertifiedBehaviours.Remove(expired.Behaviour.Id);
                break;
            case JourneyEvent.CertificationRevoked revoked:
                CertifiedBehaviours.Remove(revoked.Behaviour.Id);
                break;
            default:
                ApplyBuddy(recorded);
                ApplyEvidence(recorded);
                ApplyNudge(recorded.What);
                break;
        }
    }

    private void ApplyBuddy(RecordedEvent recorded)
    {
        Buddy = recorded.What switch
        {
            JourneyEvent.BuddyInvited invited => new BuddyProgress(invited.PairId, invited.BuddyId, BuddyProgressState.Invited, recorded.OccurredAt),
            JourneyEvent.BuddyAccepted accepted => new BuddyProgress(accepted.PairId, recorded.ActorId, BuddyProgressState.Paired, recorded.OccurredAt),
            JourneyEvent.BuddyDeclined declined => new BuddyProgress(declined.PairId, recorded.ActorId, BuddyProgressState.Declined, recorded.OccurredAt),
            JourneyEvent.BuddyInvitationWithdrawn or JourneyEvent.BuddyEnded or JourneyEvent.BuddyLeft => null,
            _ => Buddy,
        };
    }

    private void ApplyEvidence(RecordedEvent recorded)
    {
        switch (recorded.What)
        {
            case JourneyEvent.EvidenceDrafted drafted:
                evidence[drafted.Evidence.Id] = new EvidenceProgress(drafted.Evidence, recorded.OccurredAt);
                break;
            case JourneyEvent.EvidenceSubmitted submitted when Piece(submitted.Evidence, recorded.OccurredAt) is var piece:
                piece.Submit(submitted, recorded.OccurredAt);
                break;
            case JourneyEvent.EvidenceAttested attested when Piece(attested.Evidence, recorded.OccurredAt) is var piece:
                piece.AttestedBy.Add(recorded.ActorId);
                break;
            case JourneyEvent.EvidenceReturned returned when Piece(returned.Evidence, recorded.OccurredAt) is var piece:
                piece.Return(recorded.OccurredAt);
                break;
            case JourneyEvent.EvidenceConfirmed confirmed when Piece(confirmed.Evidence, recorded.OccurredAt) is var piece:
                piece.Confirm(confirmed, recorded.OccurredAt);
                break;
            default:
                break;
        }
    }

    private void ApplyNudge(JourneyEvent what)
    {
        switch (what)
        {
            case JourneyEvent.NudgeSent sent:
                openNudges[sent.Nudge.Id] = sent.Nudge;
                break;
            case JourneyEvent.NudgeActedOn acted:
                openNudges.Remove(acted.Nudge.Id);
                break;
            case JourneyEvent.NudgeDismissed dismissed:
                openNudges.Remove(dismissed.Nudge.Id);
                break;
            case JourneyEvent.NudgeSnoozed snoozed:
                openNudges.Remove(snoozed.Nudge.Id);
                break;
            default:
                break;
        }
    }

    private EvidenceProgress Piece(EvidenceRef reference, DateTimeOffset at) =>
        evidence.TryGetValue(reference.Id, out var piece) ? piece : evidence[reference.Id] = new EvidenceProgress(reference, at);
}
