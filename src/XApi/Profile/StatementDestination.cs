using LearningBuddy.XApi.Statements;

namespace LearningBuddy.XApi.Profile;

/// <summary>
/// In which form statements go to one record store. Chosen before the first statement and kept: a changed form is another statement.
/// </summary>
/// <param name="Version">1.0.3 names the facilitator as instructor and the group as team; 2.0 uses context agents and groups.</param>
/// <param name="Naming">How people are named; one way a destination, never mixed.</param>
/// <param name="FreeText">Whether responses, titles and file names leave. Off for others' stores by default.</param>
/// <param name="AttachmentLinks">Whether files are mentioned, as links that need a login.</param>
public sealed record StatementDestination(XApiVersion Version, ActorNaming Naming, bool FreeText = false, bool AttachmentLinks = true);

/// <summary>How a destination names people.</summary>
public abstract record ActorNaming
{
    private ActorNaming()
    {
    }

    /// <summary>By the platform's account.</summary>
    /// <param name="HomePage">Used instead of the issuer, e.g. where many schools share one; null to keep it.</param>
    public sealed record PlatformAccount(string? HomePage = null) : ActorNaming;

    /// <summary>By a name that only the holder of the key can lead back. Without the key people are anonymous for ever.</summary>
    /// <param name="HomePage">Address that says whose names these are.</param>
    /// <param name="Key">Secret of this destination alone, at least 32 bytes: two destinations can't be joined.</param>
    public sealed record Pseudonym(string HomePage, ReadOnlyMemory<byte> Key) : ActorNaming;

    /// <summary>By e-mail, for sites whose other sources do so; people without one are named by account.</summary>
    public sealed record Mailbox : ActorNaming;
}
