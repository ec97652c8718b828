using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Journeys;

namespace LearningBuddy.Shared.Practice;

/// <summary>One submission, frozen.</summary>
public sealed class EvidenceVersion
{
    private EvidenceVersion()
    {
    }

    internal EvidenceVersion(Guid evidenceId, int revision, EvidenceText text, Guid submissionEventId, DateTimeOffset submittedAt)
    {
        EvidenceId = evidenceId;
        Revision = revision;
        Text = text;
        SubmissionEventId = submissionEventId;
        SubmittedAt = submittedAt;
    }

    /// <summary>The piece of evidence.</summary>
    public Guid EvidenceId { get; private set; }

    /// <summary>1 for the first.</summary>
    public int Revision { get; private set; }

    /// <summary>What was written.</summary>
    public EvidenceText Text { get; private set; } = new();

    /// <summary>The event of the submission, which reviews and attestations refer to.</summary>
    public Guid SubmissionEventId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>How events name this version: with the behaviours as the journey words them now.</summary>
    public EvidenceRef ToReference(JourneyDefinition definition) => new(
        EvidenceId,
        Revision,
        Text.Title,
        [.. Text.BehaviourIds.Select(definition.FindBehaviour).OfType<Behaviour>().Select(behaviour => new BehaviourRef(behaviour.Id, behaviour.Statement))]);
}
