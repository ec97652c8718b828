using System.Collections.Immutable;

namespace LearningBuddy.Shared.Messages;

/// <summary>When and where a person wants to be reached. Nobody has to set it up: the defaults are considerate.</summary>
public sealed record MessagePace
{
    /// <summary>Whoever said nothing, in UTC.</summary>
    public static MessagePace Default { get; } = new();

    /// <summary>The person's time zone: that of the hours, and of what a day is.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>When nothing may come.</summary>
    public QuietHours Quiet { get; init; } = QuietHours.Default;

    /// <summary>Until when everything that can be switched off is held back, UTC; null or in the past for no pause.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>What the person doesn't want: what one of them covers doesn't come.</summary>
    public ImmutableHashSet<SwitchOff> SwitchedOff { get; init; } = [];

    /// <summary>The channels of a kind by which the person wants it.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="journeyId">The journey it is about, or null for none.</param>
    public MessageChannels Wanted(MessageKind kind, Guid? journeyId)
    {
        var unwanted = kind.CanBeSwitchedOff
            ? SwitchedOff.Where(off => off.Covers(kind, journeyId)).Aggregate(MessageChannels.None, (sum, off) => sum | off.Channels)
            : MessageChannels.None;
        return kind.Channels & ~(unwanted & ~MessageChannels.InApp);
    }

    /// <summary>
    /// The first moment at or after <paramref name="wanted"/> that is not paused, not quiet, and within <see cref="MessageCap"/>. Where
    /// every day is quiet the hours don't count: for what interrupts nobody.
    /// </summary>
    /// <param name="wanted">UTC or any offset.</param>
    /// <param name="sent">When others went, see <see cref="MessageCap.NextAllowed"/>; none where the cap doesn't count.</param>
    /// <returns>UTC.</returns>
    public DateTimeOffset NextFree(DateTimeOffset wanted, IReadOnlyCollection<DateTimeOffset> sent)
    {
        var (at, before) = (wanted.ToUniversalTime(), DateTimeOffset.MinValue);
        while (at != before)
        {
            before = at;
            var unpaused = PausedUntil is { } end && end > at ? end : at;
            at = MessageCap.NextAllowed(Quiet.NextAllowed(unpaused, Zone) ?? unpaused, sent, Zone);
        }

        return at;
    }
}

/// <summary>One thing a person switched off.</summary>
/// <param name="Channels">By which ways it doesn't come; the inbox stays whatever is said here.</param>
/// <param name="JourneyId">In which journey, or null for everywhere.</param>
/// <param name="Kind">Of which kind, one of <see cref="MessageName"/>, or null for all of them.</param>
public sealed record SwitchOff(MessageChannels Channels, Guid? JourneyId = null, string? Kind = null)
{
    /// <summary>Whether it is about such a message.</summary>
    /// <param name="kind">The kind of the message.</param>
    /// <param name="journeyId">The journey it is about, or null for none.</param>
    internal bool Covers(MessageKind kind, Guid? journeyId) =>
        (JourneyId is null || JourneyId == journeyId) && (Kind is null || Kind == kind.Name);
}
