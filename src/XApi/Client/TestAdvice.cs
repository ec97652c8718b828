namespace LearningBuddy.XApi.Client;

/// <summary>What a test statement tells an administrator; the words are the page's.</summary>
public enum TestAdvice
{
    /// <summary>All is well: the statement was stored and voided again.</summary>
    Stored,

    /// <summary>Well enough: the key may write and not void.</summary>
    StoredForGood,

    /// <summary>401.</summary>
    WrongKey,

    /// <summary>403.</summary>
    MayNotWrite,

    /// <summary>404.</summary>
    NothingHere,

    /// <summary>Another answer that no later try will change.</summary>
    WrongAddress,

    /// <summary>400 for a statement that is well-formed.</summary>
    OtherVersion,

    /// <summary>200 without the ids of what was sent.</summary>
    NotAStore,

    /// <summary>No answer, or one that a later try may change.</summary>
    Unreachable,

    /// <summary>Anything else.</summary>
    NotUnderstood,
}
