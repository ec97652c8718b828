namespace LearningBuddy.XApi.Client;

/// <summary>What a test statement tells an administrator, in whole sentences that a page can translate.</summary>
public static class TestAdvice
{
    /// <summary>All is well.</summary>
    public const string Stored = "A test statement was stored and voided again.";

    /// <summary>Well enough: the key may write and not void.</summary>
    public const string StoredForGood = "A test statement was stored. It could not be voided: the key may write but not void, which is fine.";

    /// <summary>401.</summary>
    public const string WrongKey = "Key or secret are wrong. Copy both again, without blanks.";

    /// <summary>403.</summary>
    public const string MayNotWrite = "The key is known but may not write. Give it the scope statements/write.";

    /// <summary>404.</summary>
    public const string NothingHere = "There is no record store at this path. Often /xapi/ or /xAPI/ is missing at the end.";

    /// <summary>Another answer that no later try will change.</summary>
    public const string WrongAddress = "The address is not quite right.";

    /// <summary>400 for a statement that is well-formed.</summary>
    public const string OtherVersion = "The record store refuses a plain statement; try the other version, 1.0.3 or 2.0.0.";

    /// <summary>200 without the ids of what was sent.</summary>
    public const string NotAStore = "Something answers at this address that is not a record store, or not now: a login or maintenance page, or the path is not quite right.";

    /// <summary>No answer, or one that a later try may change.</summary>
    public const string Unreachable = "The record store cannot be reached right now.";

    /// <summary>Anything else.</summary>
    public const string NotUnderstood = "The record store answers in a way that is not understood.";

    /// <summary>Every one of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Stored, StoredForGood, WrongKey, MayNotWrite, NothingHere, WrongAddress, OtherVersion, NotAStore, Unreachable, NotUnderstood];
}
