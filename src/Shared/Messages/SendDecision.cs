namespace LearningBuddy.Shared.Messages;

/// <summary>What is to be done with a message at this moment: a closed family.</summary>
public abstract record SendDecision
{
    private SendDecision()
    {
    }

    /// <summary>
    /// It goes now. What goes by mail or push at the same moment and can wait goes together, as one message that counts once. Channels
    /// left over are asked about again: they go later, or are dropped.
    /// </summary>
    /// <param name="Channels">By these, at least one.</param>
    public sealed record Send(MessageChannels Channels) : SendDecision;

    /// <summary>It is asked about again at that moment, on its own.</summary>
    /// <param name="At">After the moment of asking, UTC.</param>
    public sealed record Later(DateTimeOffset At) : SendDecision;

    /// <summary>
    /// It is held for the digest of that moment: then all that is held for the person is asked about again, and what may go goes as one.
    /// </summary>
    /// <param name="At">After the moment of asking, UTC.</param>
    public sealed record IntoDigest(DateTimeOffset At) : SendDecision;

    /// <summary>It doesn't go by any of the channels that are left.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Drop(DropReason Reason) : SendDecision;
}

/// <summary>Why a message doesn't go: a code, to which the pages have the sentence. Part of the stored format.</summary>
public enum DropReason
{
    /// <summary>What it is about was done, withdrawn or read meanwhile, or it went by every channel.</summary>
    Done,

    /// <summary>The person left the course or is suspended in it, or the link by which they take part was taken back.</summary>
    LeftCourse,

    /// <summary>The journey is over.</summary>
    JourneyClosed,

    /// <summary>The person switched it off.</summary>
    SwitchedOff,

    /// <summary>Every day of the person's week is quiet.</summary>
    AlwaysQuiet,

    /// <summary>The address refused for good.</summary>
    Bounced,

    /// <summary>There is no address and no device.</summary>
    Unreachable,
}
