using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Evidence;

/// <summary>One submission, frozen.</summary>
public sealed class EvidenceVersion
{
    private EvidenceVersion()
    {
    }

    internal EvidenceVersion(Guid evidenceId, int revision, EvidenceText text, Submission submission)
    {
        EvidenceId = evidenceId;
        Revision = revision;
        Text = text;
        SubmissionEventId = submission.EventId;
        DesignNumber = submission.DesignNumber;
        SubmittedAt = submission.At;
    }

    /// <summary>The piece of evidence.</summary>
    public Guid EvidenceId { get; private set; }

    /// <summary>1 for the first.</summary>
    public int Revision { get; private set; }

    /// <summary>What was written.</summary>
    public EvidenceText Text { get; private set; } = new();

    /// <summary>The event of the submission, which reviews and attestations refer to.</summary>
    public Guid SubmissionEventId { get; private set; }

    /// <summary>The version of the design it was written under, and is reviewed under.</summary>
    public int DesignNumber { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>How events name this version: with the behaviours that its design knows.</summary>
    /// <param name="design">The design it was written under.</param>
    /// <param name="sprintId">The sprint it belongs to, if any.</param>
    public EvidenceRef ToReference(JourneyDesign design, string? sprintId = null) =>
        new(EvidenceId, Revision, [.. Text.BehaviourIds.Where(id => design.FindBehaviour(id) is not null)], sprintId);

    /// <summary>When and under which design something was handed in.</summary>
    internal readonly record struct Submission(Guid EventId, int DesignNumber, DateTimeOffset At);
}
