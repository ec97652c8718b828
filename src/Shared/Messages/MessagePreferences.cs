namespace LearningBuddy.Shared.Messages;

/// <summary>Where and when a person wants to be reached, as they said; nobody has to say anything.</summary>
public sealed class MessagePreferences
{
    /// <summary>How long a pause is.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromDays(7);

    private MessagePreferences()
    {
    }

    /// <summary>Those of somebody who has said nothing.</summary>
    /// <param name="personId">Whose.</param>
    public MessagePreferences(Guid personId)
    {
        PersonId = personId;
    }

    /// <summary>Whose.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The address they typed and have yet to prove, or null.</summary>
    public string? UnprovedAddress { get; private set; }

    /// <summary>The address that refused mail for good, or null.</summary>
    public string? RefusedAddress { get; private set; }

    /// <summary>IANA name of the zone they chose, or null for that of the launch.</summary>
    public string? TimeZone { get; private set; }

    /// <summary>First quiet minute.</summary>
    public TimeOnly QuietFrom { get; private set; } = QuietHours.Default.From;

    /// <summary>First minute that isn't quiet any more.</summary>
    public TimeOnly QuietUntil { get; private set; } = QuietHours.Default.Until;

    /// <summary>Days on which nothing comes, as a number: the bits of <see cref="Weekdays"/>.</summary>
    public int QuietDays { get; private set; } = (int)QuietHours.Default.Days;

    /// <summary>Until when nothing comes that can be switched off, UTC, or null.</summary>
    public DateTimeOffset? PausedUntil { get; private set; }

    /// <summary>Whether they want no mail.</summary>
    public bool IsMailOff { get; private set; }

    /// <summary>Journeys about which they want no mail.</summary>
    public IReadOnlyList<Guid> JourneysOff { get; private set; } = [];

    /// <summary>Names of the kinds of messages they want neither by mail nor on a device.</summary>
    public IReadOnlyList<string> KindsOff { get; private set; } = [];

    /// <summary>Whether mail may go to the address that the LMS told, where a journey's design allows it too.</summary>
    public bool UsesLmsAddress { get; private set; }

    /// <summary>What the address of their calendar is made of, or null while they have none: a new one makes the old address stop.</summary>
    public Guid? CalendarKey { get; private set; }

    /// <summary>When nothing may come.</summary>
    public QuietHours Quiet => new(QuietFrom, QuietUntil, (Weekdays)QuietDays);

    /// <summary>The same for the rules of sending.</summary>
    /// <param name="zone">The zone to go by where the person chose none.</param>
    public MessagePace Pace(TimeZoneInfo zone) => new()
    {
        Zone = TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone ?? "", out var own) ? own : zone,
        Quiet = Quiet,
        PausedUntil = PausedUntil,
        SwitchedOff = IsMailOff
            ? [new SwitchOff(MessageChannels.Mail)]
            : [.. JourneysOff.Select(journey => new SwitchOff(MessageChannels.Mail, journey))],
    };

    /// <summary>Takes an address that is to be proved.</summary>
    public void Ask(string address) => UnprovedAddress = address;

    /// <summary>An address was proved.</summary>
    public void Proved() => (UnprovedAddress, RefusedAddress, IsMailOff) = (null, null, false);

    /// <summary>An address refused for good.</summary>
    public void Refused(string address) => RefusedAddress = address;

    /// <summary>Takes when nothing may come.</summary>
    /// <param name="quiet">The hours and days.</param>
    /// <param name="timeZone">IANA name, or null for the zone of the launch.</param>
    public void Keep(QuietHours quiet, string? timeZone) =>
        (QuietFrom, QuietUntil, QuietDays, TimeZone) = (quiet.From, quiet.Until, (int)quiet.Days, timeZone);

    /// <summary>Takes whether mail is wanted at all, and about one journey.</summary>
    /// <param name="byMail">At all.</param>
    /// <param name="journeyId">Which journey.</param>
    /// <param name="aboutIt">About that one.</param>
    public void Want(bool byMail, Guid journeyId, bool aboutIt)
    {
        IsMailOff = !byMail;
        JourneysOff = [.. JourneysOff.Where(other => other != journeyId), .. aboutIt ? Array.Empty<Guid>() : [journeyId]];
    }

    /// <summary>Stops all mail that can be stopped.</summary>
    public void StopMail() => IsMailOff = true;

    /// <summary>Lets mail come again, after a stop or a pause.</summary>
    public void Resume() => (IsMailOff, PausedUntil) = (false, null);

    /// <summary>Holds everything that can wait.</summary>
    /// <param name="until">UTC.</param>
    public void PauseUntil(DateTimeOffset until) => PausedUntil = until;
}
