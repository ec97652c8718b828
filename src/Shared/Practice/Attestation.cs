namespace LearningBuddy.Shared.Practice;

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

/// <summary>A facilitator's answer to one version: a level for each behaviour, and a comment.</summary>
public sealed class Review
{
    private Review()
    {
    }

    /// <summary>Keeps a review.</summary>
    public Review(Guid id, Guid evidenceId, int revision, Guid reviewerId, ReviewText text, DateTimeOffset now)
    {
        Id = id;
        EvidenceId = evidenceId;
        Revision = revision;
        ReviewerId = reviewerId;
        Text = text;
        ReviewedAt = now;
    }

    /// <summary>Our own key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The piece of evidence.</summary>
    public Guid EvidenceId { get; private set; }

    /// <summary>The version that was read.</summary>
    public int Revision { get; private set; }

    /// <summary>Who reviewed.</summary>
    public Guid ReviewerId { get; private set; }

    /// <summary>What was said.</summary>
    public ReviewText Text { get; private set; } = null!;

    /// <summary>UTC.</summary>
    public DateTimeOffset ReviewedAt { get; private set; }
}

/// <summary>What a reviewer says.</summary>
/// <param name="Confirmed">True: it counts; false: it goes back.</param>
/// <param name="Levels">Level by behaviour key; values of the rubric.</param>
/// <param name="Worked">What worked: the caring half. Read by the learner.</param>
/// <param name="Challenge">What to do next or differently: the challenging half. Read by the learner.</param>
public sealed record ReviewText(bool Confirmed, IReadOnlyDictionary<string, int> Levels, string Worked, string Challenge)
{
    /// <summary>Both halves, as one plain text: the grade's comment.</summary>
    public string Comment => string.Join("\n", new[] { Worked.Trim(), Challenge.Trim() }.Where(half => half.Length > 0));
}
