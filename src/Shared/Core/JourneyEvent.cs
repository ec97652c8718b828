namespace LearningBuddy.Shared.Core;

/// <summary>
/// Something that happened in a journey. A theme's cases are in its <c>…Events.cs</c>, with the names under which they are stored.
/// They hold ids and neutral facts, frozen where they must not change. What people wrote is never in them: an event names it
/// (<see cref="Texts"/>), and whoever needs the words looks them up, so that erasing a person rewrites no history.
/// </summary>
public abstract record JourneyEvent
{
    /// <summary>The words this event goes with, in the order in which a statement tells them; empty for most.</summary>
    public virtual IEnumerable<TextRef> Texts => [];

    /// <summary>Persons it is about beside the learner and the actor.</summary>
    public virtual IEnumerable<Guid> People => [];
}

/// <summary>An event that a newer version of the tool stored: kept as it is, and passed over by everything that adds events up.</summary>
/// <param name="Name">Its stored name.</param>
/// <param name="Version">Its stored version.</param>
/// <param name="Payload">As stored.</param>
public sealed record UnknownEvent(string Name, int Version, string Payload) : JourneyEvent;

/// <summary>Names words that somebody wrote, wherever they are kept.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Id">What they belong to.</param>
/// <param name="Revision">Which version of it; 0 where there are none.</param>
/// <param name="Index">Which of several, from 0.</param>
public readonly record struct TextRef(TextKind Kind, Guid Id, int Revision = 0, int Index = 0);

/// <summary>Kinds of words that people write.</summary>
public enum TextKind
{
    /// <summary>First words of a version of evidence.</summary>
    EvidenceTitle,

    /// <summary>Name of a file of a version of evidence.</summary>
    FileName,

    /// <summary>A reviewer's comment.</summary>
    ReviewComment,

    /// <summary>What somebody says who was there.</summary>
    Attestation,

    /// <summary>Feedback of a buddy or peer.</summary>
    Feedback,

    /// <summary>An answer to a question.</summary>
    Answer,

    /// <summary>A promise.</summary>
    Commitment,

    /// <summary>A coaching goal.</summary>
    Goal,

    /// <summary>What was said at a check-in on a goal.</summary>
    CheckIn,

    /// <summary>What somebody thinks after a practice round.</summary>
    Reflection,

    /// <summary>What a circle calls itself.</summary>
    CircleName,

    /// <summary>What a credential is called.</summary>
    CredentialName,
}
