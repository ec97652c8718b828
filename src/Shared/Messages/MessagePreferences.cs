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

    /// <summary>
    /// What the address of their calendar is made of, or null while they have none: a new one makes the old address stop.
    /// </summary>
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
        SwitchedOff = [.. OffByMail(), .. OffByKind()],
    };

    /// <summary>Takes an address that is to be proved.</summary>
    public void Ask(string address) => UnprovedAddress = address;

    /// <summary>An address was proved.</summary>
    public void Proved() => (UnprovedAddress, RefusedAddress, IsMailOff, UsesLmsAddress) = (null, null, false, false);

    /// <summary>Takes whether mail may go to the address that the LMS told.</summary>
    public void UseLmsAddress(bool uses) => (UsesLmsAddress, IsMailOff) = (uses, IsMailOff && !uses);

    /// <summary>An address refused for good.</summary>
    public void Refused(string address) => RefusedAddress = address;

    /// <summary>Takes which kinds of messages they want; those that were not asked about stay as they are.</summary>
    /// <param name="asked">Names of the kinds they were asked about.</param>
    /// <param name="wanted">Names of those they want.</param>
    public void WantKinds(IReadOnlyCollection<string> asked, IReadOnlyCollection<string> wanted)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(wanted);
        KindsOff = [.. KindsOff.Except(asked).Union(asked.Except(wanted)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Gives their calendar an address; one they had before stops.</summary>
    /// <param name="key">A new key, known to nobody.</param>
    public void OpenCalendar(Guid key) => CalendarKey = key;

    /// <summary>Takes the address of their calendar away.</summary>
    public void CloseCalendar() => CalendarKey = null;

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

    private IEnumerable<SwitchOff> OffByMail() => IsMailOff
        ? [new SwitchOff(MessageChannels.Mail)]
        : JourneysOff.Select(journey => new SwitchOff(MessageChannels.Mail, journey));

    /// <summary>A name that this version doesn't know stays where it is, and switches nothing off.</summary>
    private IEnumerable<SwitchOff> OffByKind() =>
        from name in KindsOff
        where MessageKinds.Find(name) is not null
        select new SwitchOff(MessageChannels.Mail | MessageChannels.Push, Kind: name);
}
