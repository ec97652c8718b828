using System.Globalization;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Evidence;

/// <summary>A learner began a piece of evidence. Private: no statement leaves by default.</summary>
public sealed record EvidenceDrafted(Guid EvidenceId) : JourneyEvent;

/// <summary>A learner discarded a draft of which nothing was handed in. As private as its beginning.</summary>
public sealed record EvidenceDiscarded(Guid EvidenceId) : JourneyEvent;

/// <summary>A learner handed in evidence.</summary>
/// <param name="Evidence">Which version.</param>
/// <param name="Kind">How it came about.</param>
/// <param name="Day">The day it happened, where the learner was.</param>
/// <param name="Files">Attached files.</param>
/// <param name="FoundStatementId">The statement of another system it was made from, if any.</param>
public sealed record EvidenceSubmitted(
    EvidenceRef Evidence, EvidenceKind Kind, DateOnly Day, IReadOnlyList<FileRef> Files, Guid? FoundStatementId = null) : JourneyEvent
{
    /// <inheritdoc />
    public override IEnumerable<TextRef> Texts =>
        [Evidence.Title, .. Files.Select((_, index) => new TextRef(TextKind.FileName, Evidence.Id, Evidence.Revision, index))];
}

/// <summary>A learner began a new version after it had been returned.</summary>
public sealed record EvidenceRevised(EvidenceRef Evidence, Guid PreviousSubmissionEventId) : JourneyEvent
{
    /// <inheritdoc />
    public override IEnumerable<TextRef> Texts => [Evidence.Title];
}

/// <summary>Somebody vouched for it: they saw it, or talked it through; the actor is the witness.</summary>
/// <param name="Evidence">Which version.</param>
/// <param name="AttestationId">Their words.</param>
/// <param name="SubmissionEventId">The event of its submission.</param>
/// <param name="Role">What they are to the learner.</param>
/// <param name="Basis">Whether they were there; never <see cref="AttestationBasis.CannotSay"/>.</param>
public sealed record EvidenceAttested(
    EvidenceRef Evidence, Guid AttestationId, Guid SubmissionEventId, ReviewerRole Role, AttestationBasis Basis) : JourneyEvent
{
    /// <inheritdoc />
    public override IEnumerable<TextRef> Texts => [Evidence.Title, new(TextKind.Attestation, AttestationId)];
}

/// <summary>Somebody, the actor, can't say whether it happened. Nobody vouched, and no statement leaves.</summary>
public sealed record AttestationDeclined(
    EvidenceRef Evidence, Guid AttestationId, Guid SubmissionEventId, ReviewerRole Role) : JourneyEvent;

/// <summary>The learner asked somebody outside the course to say what they saw of it.</summary>
/// <param name="EvidenceId">The piece, in whatever version.</param>
/// <param name="RequestId">The request.</param>
/// <param name="GuestId">Stands for the person asked until they say who they are.</param>
/// <param name="Until">When it runs out, UTC: frozen.</param>
public sealed record WitnessAsked(Guid EvidenceId, Guid RequestId, Guid GuestId, DateTimeOffset Until) : JourneyEvent;

/// <summary>Whoever was asked said yes; the actor is the witness.</summary>
public sealed record WitnessAccepted(Guid EvidenceId, Guid RequestId) : JourneyEvent;

/// <summary>Whoever was asked said no.</summary>
public sealed record WitnessDeclined(Guid EvidenceId, Guid RequestId) : JourneyEvent;

/// <summary>The learner took it back, or the witness stopped: the actor says which.</summary>
public sealed record WitnessEnded(Guid EvidenceId, Guid RequestId) : JourneyEvent;

/// <summary>One version of a piece of evidence.</summary>
/// <param name="Id">The piece of evidence.</param>
/// <param name="Revision">1 for the first submission.</param>
/// <param name="BehaviourIds">What it is meant to show.</param>
/// <param name="SprintId">The sprint it belongs to, if any.</param>
public sealed record EvidenceRef(Guid Id, int Revision, IReadOnlyList<string> BehaviourIds, string? SprintId = null)
{
    /// <summary>Names its title, which is personal text.</summary>
    internal TextRef Title => new(TextKind.EvidenceTitle, Id, Revision);
}

/// <summary>How a piece of evidence came about.</summary>
public enum EvidenceKind
{
    /// <summary>Real work.</summary>
    OnTheJob,

    /// <summary>A practice round with a practice partner.</summary>
    PracticeRound,

    /// <summary>Recorded by another system and accepted by the learner.</summary>
    External,
}

/// <summary>How they are stored.</summary>
internal static class EvidenceEvents
{
    public static Theme Theme { get; } = new(
        "evidence",
        [
            EventType.Of<EvidenceDrafted>("evidence.drafted"),
            EventType.Of<EvidenceDiscarded>("evidence.discarded").WithoutStatement(),
            EventType.Of<EvidenceSubmitted>("evidence.submitted", version: 2).Lifting(new Upcaster(From: 1, FreezeTheDay)),
            EventType.Of<EvidenceRevised>("evidence.revised"),
            EventType.Of<EvidenceAttested>("evidence.attested", version: 2).Lifting(new Upcaster(From: 1, SayTheyWereThere)),
            EventType.Of<AttestationDeclined>("evidence.attestation-declined").WithoutStatement(),
            EventType.Of<WitnessAsked>("evidence.witness-asked").WithoutStatement(),
            EventType.Of<WitnessAccepted>("evidence.witness-accepted").WithoutStatement(),
            EventType.Of<WitnessDeclined>("evidence.witness-declined").WithoutStatement(),
            EventType.Of<WitnessEnded>("evidence.witness-ended").WithoutStatement(),
        ])
    {
        Section = typeof(EvidenceSection),
        Effort = EvidenceSection.Effort,
        Start = EvidenceProgress.None,
        Messages = EvidenceMessages.Of,
        Phase = (design, progress) => EvidenceSteps.Practised(design, progress),
    };

    /// <summary>The first version knew one answer only, and it counted: it goes on counting.</summary>
    private static void SayTheyWereThere(System.Text.Json.Nodes.JsonObject payload, DateTimeOffset at) =>
        payload["basis"] = nameof(AttestationBasis.Present);

    /// <summary>The first version left the day out where the learner gave none; then the day it was handed in counts.</summary>
    private static void FreezeTheDay(System.Text.Json.Nodes.JsonObject payload, DateTimeOffset at)
    {
        payload["day"] = payload["appliedOn"]?.DeepClone() ?? at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        payload.Remove("appliedOn");
    }
}
