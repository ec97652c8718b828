namespace LearningBuddy.Shared.Core;

/// <summary>What waits for somebody because of one learner. Pure.</summary>
public delegate IEnumerable<Attention> AttentionRule(JourneyDesign design, Progress progress);

/// <summary>One thing that waits.</summary>
/// <param name="Kind">Where it is counted.</param>
/// <param name="Subject">What waits.</param>
/// <param name="For">Whom it waits for.</param>
public sealed record Attention(AttentionKind Kind, Guid Subject, Waits For);

/// <summary>Where it is counted.</summary>
public enum AttentionKind
{
    /// <summary>An exercise in the inbox.</summary>
    Inbox,

    /// <summary>An invitation to answer.</summary>
    Invitation,

    /// <summary>A talk of a pair: a time to take, or a word that it took place.</summary>
    Talk,

    /// <summary>Evidence to review.</summary>
    Review,

    /// <summary>A question to answer, or an answer to read.</summary>
    Question,

    /// <summary>Something the person was told and has not read. No theme's matter: messages are counted as they stand.</summary>
    News,

    /// <summary>A learner of another course whom the person supports, while anything of theirs waits. No theme's matter either.</summary>
    Elsewhere,
}

/// <summary>Whom something waits for: a closed family.</summary>
public abstract record Waits
{
    private Waits()
    {
    }

    /// <summary>The learner.</summary>
    public sealed record Learner : Waits;

    /// <summary>One person.</summary>
    public sealed record Person(Guid Id) : Waits;

    /// <summary>Whoever facilitates the journey.</summary>
    public sealed record Facilitators : Waits;

    /// <summary>Everybody in the journey but the learner.</summary>
    public sealed record Everybody : Waits;
}
