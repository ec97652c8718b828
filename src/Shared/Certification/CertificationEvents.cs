using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Certification;

/// <summary>A learner was certified on a behaviour.</summary>
/// <param name="BehaviourId">Which.</param>
/// <param name="EvidenceId">The evidence that completed it.</param>
/// <param name="Revision">Its version.</param>
/// <param name="Points">The level reached.</param>
/// <param name="ConfirmationEventId">The confirmation that completed it.</param>
/// <param name="SupportingEventIds">Submissions and confirmations it rests on.</param>
/// <param name="FacilitatorId">Who signed off.</param>
/// <param name="ValidUntil">Last day of validity, if limited: frozen.</param>
public sealed record BehaviourCertified(
    string BehaviourId, Guid EvidenceId, int Revision, Points Points, Guid ConfirmationEventId, IReadOnlyList<Guid> SupportingEventIds,
    Guid FacilitatorId, DateOnly? ValidUntil) : JourneyEvent
{
    /// <inheritdoc />
    public override IEnumerable<TextRef> Texts => [new(TextKind.EvidenceTitle, EvidenceId, Revision)];

    /// <inheritdoc />
    public override IEnumerable<Guid> People => [FacilitatorId];
}

/// <summary>A certification ran out.</summary>
public sealed record CertificationExpired(string BehaviourId, Guid CertifiedEventId) : JourneyEvent;

/// <summary>A certification was taken back.</summary>
public sealed record CertificationRevoked(string BehaviourId, Guid CertifiedEventId) : JourneyEvent;

/// <summary>A learner earned the journey's credential.</summary>
public sealed record CredentialEarned(Guid CredentialId, FileRef Certificate) : JourneyEvent
{
    /// <inheritdoc />
    public override IEnumerable<TextRef> Texts => [new(TextKind.CredentialName, CredentialId), new(TextKind.FileName, CredentialId)];
}

/// <summary>A learner lets others see that they can help with what they are certified in.</summary>
public sealed record HelpOffered : JourneyEvent;

/// <summary>A learner no longer offers help.</summary>
public sealed record HelpEnded : JourneyEvent;

/// <summary>How they are stored.</summary>
internal static class CertificationEvents
{
    public static Theme Theme { get; } = new(
        "certification",
        [
            EventType.Of<BehaviourCertified>("certification.reached"),
            EventType.Of<CertificationExpired>("certification.expired"),
            EventType.Of<CertificationRevoked>("certification.revoked"),
            EventType.Of<CredentialEarned>("credential.earned"),
            EventType.Of<HelpOffered>("certification.help-offered").WithoutStatement(),
            EventType.Of<HelpEnded>("certification.help-ended").WithoutStatement(),
        ])
    {
        Section = typeof(CertificationSection),
        Start = CertificationProgress.None,
        Messages = CertificationMessages.Of,
        Upcoming = CertificationSteps.Ahead,
        Phase = CertificationSteps.Reached,
    };
}
