namespace LearningBuddy.Shared.Evidence;

/// <summary>
/// Somebody says what they can say about it: that they were there, that they talked it through, or that they can't say. One per person and
/// version.
/// </summary>
public sealed class Attestation
{
    /// <summary>The longest words that are kept, in characters.</summary>
    public const int LongestWords = 2000;

    private Attestation()
    {
    }

    /// <summary>Keeps what somebody says about a version.</summary>
    public Attestation(
        Guid id, Guid evidenceId, int revision, Guid personId, AttestationBasis basis, string words, DateTimeOffset now)
    {
        Id = id;
        EvidenceId = evidenceId;
        Revision = revision;
        PersonId = personId;
        Basis = basis;
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

    /// <summary>On what they say it.</summary>
    public AttestationBasis Basis { get; private set; }

    /// <summary>
    /// In their own words; may be empty. Read by the learner and the facilitator. At most <see cref="LongestWords"/> characters.
    /// </summary>
    public string Words { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset AttestedAt { get; private set; }
}

/// <summary>On what somebody vouches for a piece of evidence, if they do.</summary>
public enum AttestationBasis
{
    /// <summary>They were there and saw it.</summary>
    Present,

    /// <summary>They weren't there, but talked it through with the learner.</summary>
    TalkedThrough,

    /// <summary>They can't say: nobody vouches for anything, and nobody is to blame.</summary>
    CannotSay,
}
