using System.Collections.Immutable;

namespace LearningBuddy.Shared.Messages;

/// <summary>What is true of one message to one person at the moment of sending; read again each time.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Pending">The channels by which it neither went nor was dropped.</param>
/// <param name="Pace">When and where its receiver wants to be reached.</param>
public sealed record SendSituation(MessageKind Kind, MessageChannels Pending, MessagePace Pace)
{
    /// <summary>The journey it is about, or null for none.</summary>
    public Guid? JourneyId { get; init; }

    /// <summary>Whether what it is about was done, withdrawn or read meanwhile.</summary>
    public bool IsDone { get; init; }

    /// <summary>
    /// Whether the person isn't in the course now: they left it, or are suspended in it, which an LMS tells in the same way or not at all;
    /// of a guest, whether the link was taken back.
    /// </summary>
    public bool HasLeft { get; init; }

    /// <summary>Whether the journey is over. What can't be switched off comes all the same.</summary>
    public bool IsJourneyClosed { get; init; }

    /// <summary>The channels outside the tool for which there is a proved address or a device.</summary>
    public MessageChannels Reachable { get; init; }

    /// <summary>The channels outside the tool whose address refused for good.</summary>
    public MessageChannels Bounced { get; init; }

    /// <summary>When other messages that count went to the person, see <see cref="MessageCap.NextAllowed"/>.</summary>
    public ImmutableArray<DateTimeOffset> Sent { get; init; } = [];
}
