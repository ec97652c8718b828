namespace LearningBuddy.Shared.Evidence;

/// <summary>Somebody who saw it, or heard about it as a buddy, says so. One a person and version.</summary>
public sealed class Attestation
{
    private Attestation()
    {
    }

    /// <summary>Keeps what somebody says about a version.</summary>
    public Attestation(Guid id, Guid evidenceId, int revision, Guid personId, string words, DateTimeOffset now)
    {
        Id = id;
        EvidenceId = evidenceId;
        Revision = revision;
        PersonId = personId;
        Words = words;
        AttestedAt = now;
    }

    /// <summary>Our own key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The piece of evidence.</summary>
    public Guid EvidenceId { get; private set; }

    /// <summary>The version that was read.</summary>
    public int Revision { get; private set; }

    /// <summary>Who says so.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>In their own words; may be empty. Read by the learner and the facilitator. At most 2000 characters.</summary>
    public string Words { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset AttestedAt { get; private set; }
}
