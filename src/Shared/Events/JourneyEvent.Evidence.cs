namespace LearningBuddy.Shared.Events;

public abstract partial record JourneyEvent
{
    /// <summary>A learner began a piece of evidence. Private: no statement leaves by default.</summary>
    public sealed record EvidenceDrafted(EvidenceRef Evidence) : JourneyEvent;

    /// <summary>A learner handed in evidence.</summary>
    /// <param name="Evidence">Which version.</param>
    /// <param name="Kind">How it came about.</param>
    /// <param name="AppliedOn">The day it happened, if told.</param>
    /// <param name="Files">Attached files.</param>
    /// <param name="FoundStatementId">The statement of another system it was made from, if any.</param>
    public sealed record EvidenceSubmitted(
        EvidenceRef Evidence, EvidenceKind Kind, DateOnly? AppliedOn, IReadOnlyList<FileRef> Files, Guid? FoundStatementId = null) : JourneyEvent;

    /// <summary>A learner began a new version after it had been returned.</summary>
    public sealed record EvidenceRevised(EvidenceRef Evidence, Guid PreviousSubmissionEventId) : JourneyEvent;

    /// <summary>Somebody who saw it confirmed that it happened; the actor is the witness.</summary>
    public sealed record EvidenceAttested(EvidenceRef Evidence, Guid SubmissionEventId, ReviewerRole Role, string? Words) : JourneyEvent;

    /// <summary>Somebody gave feedback; the actor is the giver.</summary>
    /// <param name="Evidence">On which version.</param>
    /// <param name="SubmissionEventId">The event of its submission.</param>
    /// <param name="FeedbackId">The feedback item.</param>
    /// <param name="Role">The giver's role.</param>
    /// <param name="Words">The feedback; free text. Empty when it is private to the pair.</param>
    /// <param name="GroupId">The pairing or circle it was given in.</param>
    /// <param name="Points">A rating, if asked for.</param>
    public sealed record FeedbackGiven(
        EvidenceRef Evidence, Guid SubmissionEventId, Guid FeedbackId, ReviewerRole Role, string Words, Guid? GroupId, Points? Points) : JourneyEvent;

    /// <summary>Feedback reached the learner.</summary>
    public sealed record FeedbackReceived(Guid FeedbackId, Guid FeedbackEventId) : JourneyEvent;

    /// <summary>The learner opened the feedback.</summary>
    public sealed record FeedbackRead(Guid FeedbackId, Guid FeedbackEventId) : JourneyEvent;

    /// <summary>A facilitator confirmed a version; the actor is the facilitator.</summary>
    public sealed record EvidenceConfirmed(EvidenceRef Evidence, Guid SubmissionEventId, Points Points, string Comment) : JourneyEvent;

    /// <summary>A facilitator returned a version with a comment; the actor is the facilitator.</summary>
    public sealed record EvidenceReturned(EvidenceRef Evidence, Guid SubmissionEventId, string Comment) : JourneyEvent;

    /// <summary>A learner was certified on a behaviour.</summary>
    /// <param name="Behaviour">Which.</param>
    /// <param name="EvidenceId">The evidence that completed it.</param>
    /// <param name="EvidenceTitle">Its title; free text.</param>
    /// <param name="Points">The level reached.</param>
    /// <param name="ConfirmationEventId">The confirmation that completed it.</param>
    /// <param name="SupportingEventIds">Submissions and confirmations it rests on.</param>
    /// <param name="FacilitatorId">Who signed off.</param>
    /// <param name="ValidUntil">Last day of validity, if limited.</param>
    public sealed record Certified(
        BehaviourRef Behaviour, Guid EvidenceId, string EvidenceTitle, Points Points, Guid ConfirmationEventId,
        IReadOnlyList<Guid> SupportingEventIds, Guid FacilitatorId, DateOnly? ValidUntil) : JourneyEvent;

    /// <summary>A certification ran out.</summary>
    public sealed record CertificationExpired(BehaviourRef Behaviour, Guid CertifiedEventId) : JourneyEvent;

    /// <summary>A certification was taken back.</summary>
    public sealed record CertificationRevoked(BehaviourRef Behaviour, Guid CertifiedEventId) : JourneyEvent;

    /// <summary>A learner earned the journey's credential.</summary>
    public sealed record CredentialEarned(Guid CredentialId, string Name, FileRef Certificate) : JourneyEvent;
}
