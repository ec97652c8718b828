namespace LearningBuddy.Shared.Evidence;

/// <summary>A learner's account of applying a behaviour. The draft is what is being written; each submission freezes a version.</summary>
public sealed class EvidencePiece
{
    private readonly List<EvidenceVersion> versions = [];

    private EvidencePiece()
    {
    }

    /// <summary>Begins a piece of evidence.</summary>
    public EvidencePiece(Guid id, Guid participationId, DateTimeOffset now, Guid? foundStatementId = null)
    {
        FoundStatementId = foundStatementId;
        Id = id;
        ParticipationId = participationId;
        Draft = new EvidenceText();
        StartedAt = now;
        DraftSavedAt = now;
    }

    /// <summary>Our own key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The learner's participation.</summary>
    public Guid ParticipationId { get; private set; }

    /// <summary>The statement of another system it was made from, or null.</summary>
    public Guid? FoundStatementId { get; private set; }

    /// <summary>Where it stands.</summary>
    public EvidenceState State { get; private set; } = EvidenceState.Drafted;

    /// <summary>What is being written.</summary>
    public EvidenceText Draft { get; private set; } = new();

    /// <summary>Counts saves of the draft: a save that builds on an older one is noticed.</summary>
    public int DraftNumber { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset DraftSavedAt { get; private set; }

    /// <summary>Number of the last submission; 0 before the first.</summary>
    public int Revision { get; private set; }

    /// <summary>When the last version was submitted, UTC, or null.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Submissions, oldest first.</summary>
    public IReadOnlyList<EvidenceVersion> Versions => versions;

    /// <summary>Whether the learner can write in it.</summary>
    public bool CanWrite => State is EvidenceState.Drafted or EvidenceState.Returned;

    /// <summary>Keeps what was typed. False when it can no longer be written in.</summary>
    public bool SaveDraft(EvidenceText text, DateTimeOffset now)
    {
        if (!CanWrite)
        {
            return false;
        }

        Draft = text;
        DraftNumber++;
        DraftSavedAt = now;
        return true;
    }

    /// <summary>Hands the draft in as the next version.</summary>
    /// <param name="submissionEventId">The event of the submission.</param>
    /// <param name="designNumber">The version of the journey's design that it is written under, and will be reviewed under.</param>
    /// <param name="now">UTC.</param>
    /// <returns>The version, or null when it can't be handed in now or lacks what <see cref="EvidenceText.Missing"/> names.</returns>
    public EvidenceVersion? Submit(Guid submissionEventId, int designNumber, DateTimeOffset now)
    {
        if (!CanWrite || Draft.Missing().Count > 0)
        {
            return null;
        }

        // Certification counts days, and nobody has done anything on a day that hasn't come yet anywhere.
        if (Draft.AppliedOn > DateOnly.FromDateTime(now.UtcDateTime).AddDays(1))
        {
            Draft = Draft with { AppliedOn = null };
            return null;
        }

        Revision++;
        State = EvidenceState.Submitted;
        SubmittedAt = now;

        // A tab that saves its draft at this moment has lost the race, and finds that it can no longer write.
        DraftNumber++;
        var version = new EvidenceVersion(Id, Revision, Draft, new(submissionEventId, designNumber, now));
        versions.Add(version);
        return version;
    }

    /// <summary>A facilitator has read the last version. False when there is none waiting.</summary>
    public bool Settle(bool confirmed)
    {
        if (State != EvidenceState.Submitted)
        {
            return false;
        }

        State = confirmed ? EvidenceState.Confirmed : EvidenceState.Returned;
        return true;
    }

    /// <summary>
    /// The learner was started over: what waits or counts is kept to be read, and nothing else. What can be written in goes on. False where
    /// nothing changes.
    /// </summary>
    public bool SetAside()
    {
        if (State is not (EvidenceState.Submitted or EvidenceState.Confirmed))
        {
            return false;
        }

        State = EvidenceState.SetAside;
        return true;
    }
}

/// <summary>Where a piece of evidence stands.</summary>
public enum EvidenceState
{
    /// <summary>Being written; nobody else sees it.</summary>
    Drafted,

    /// <summary>Waits for the facilitator.</summary>
    Submitted,

    /// <summary>Came back with a comment.</summary>
    Returned,

    /// <summary>Counts.</summary>
    Confirmed,

    /// <summary>Was sent before the learner was started over: it can be read, and counts no more.</summary>
    SetAside,
}
