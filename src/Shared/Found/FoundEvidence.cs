namespace LearningBuddy.Shared.Found;

/// <summary>Something another system recorded that may be practice. It counts for nothing until the learner uses it.</summary>
public sealed class FoundEvidence
{
    private FoundEvidence()
    {
    }

    /// <summary>Offers a statement to a learner.</summary>
    public FoundEvidence(Guid id, Guid participationId, FoundStatement statement, string behaviourId, DateTimeOffset now)
    {
        Id = id;
        ParticipationId = participationId;
        StatementId = statement.Id;
        ActivityName = statement.ActivityName;
        BehaviourId = behaviourId;
        HappenedAt = statement.HappenedAt;
        FoundAt = now;
    }

    /// <summary>Our own key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The learner's participation.</summary>
    public Guid ParticipationId { get; private set; }

    /// <summary>The other system's statement; offered once to a learner, whatever becomes of it.</summary>
    public Guid StatementId { get; private set; }

    /// <summary>What it was about, in the other system's words.</summary>
    public string ActivityName { get; private set; } = "";

    /// <summary>The behaviour it may show.</summary>
    public string BehaviourId { get; private set; } = "";

    /// <summary>When it happened, UTC.</summary>
    public DateTimeOffset HappenedAt { get; private set; }

    /// <summary>When it was found, UTC.</summary>
    public DateTimeOffset FoundAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public FoundState State { get; private set; } = FoundState.Offered;

    /// <summary>Ends the offer; false when it had ended.</summary>
    public bool Settle(FoundState state)
    {
        if (State != FoundState.Offered)
        {
            return false;
        }

        State = state;
        return true;
    }

    /// <summary>
    /// The other system took its statement back. An open offer ends. What the learner made of it stays and counts, for nothing is taken
    /// from a learner silently; <see cref="WasTakenBackAfterUse"/> lets people see it and judge.
    /// </summary>
    public void TakeBack() => State = State switch
    {
        FoundState.Offered => FoundState.Voided,
        FoundState.Used => FoundState.UsedThenVoided,
        _ => State,
    };

    /// <summary>Whether evidence was made of a statement that its own system no longer stands by.</summary>
    public bool WasTakenBackAfterUse => State == FoundState.UsedThenVoided;
}

/// <summary>Where an offer stands.</summary>
public enum FoundState
{
    /// <summary>Waits for the learner.</summary>
    Offered,

    /// <summary>The learner made evidence of it.</summary>
    Used,

    /// <summary>The learner said: not mine.</summary>
    NotMine,

    /// <summary>The other system took its statement back before the learner answered.</summary>
    Voided,

    /// <summary>The learner made evidence of it, and the other system took its statement back afterwards.</summary>
    UsedThenVoided,
}
