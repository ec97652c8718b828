using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Preferences;

/// <summary>Where and when a person is reached outside the course. It holds in every journey, but for what is said of this one.</summary>
[Needs(Thing.Journey)]
internal sealed class MailModel(BuddyDbContext db, Reach reach, MailAddressBook book, TimeProvider clock, CurrentSession me)
    : JourneyPage(me)
{
    /// <summary>What the person said.</summary>
    public MessagePreferences Said { get; private set; } = null!;

    /// <summary>Where mail goes, or null.</summary>
    public string? Address { get; private set; }

    /// <summary>Whether they are reached anywhere: by mail, or on a device.</summary>
    public bool IsReached { get; private set; }

    /// <summary>Whether that is the address that the LMS told.</summary>
    public bool IsLmsAddress { get; private set; }

    /// <summary>The address that the LMS told and mail may go to once the person says so, or null.</summary>
    public string? Offered { get; private set; }

    /// <summary>What the field for an address shows.</summary>
    public string Typed { get; private set; } = "";

    /// <summary>What is wrong with the address, or null.</summary>
    public AddressFault? Fault { get; private set; }

    /// <summary>Whether everything that can wait is held at the moment.</summary>
    public bool IsPaused => Said.PausedUntil > clock.GetUtcNow();

    private static readonly IReadOnlyList<string> Zones =
    [
        .. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.Contains('/', StringComparison.Ordinal)),
    ];

    /// <summary>Time zones to choose from, each with its city, in the order of cities; the one that holds is among them.</summary>
    public IEnumerable<(string Id, string City)> ZonesIn(Localizer texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return Zones.Where(id => ZoneNames.IsKnown(id) || id == Said.TimeZone).Select(id => (id, City: ZoneNames.Of(id, texts.Language)))
            .OrderBy(zone => zone.City, StringComparer.Create(texts.Culture, ignoreCase: true))
            .ThenBy(zone => zone.id, StringComparer.Ordinal);
    }

    /// <summary>The days of a week, from Monday.</summary>
    public static IReadOnlyList<DayOfWeek> Days { get; } = [.. Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7))];

    /// <summary>Whether nothing comes on a day.</summary>
    public bool IsQuiet(DayOfWeek day) => ((Weekdays)Said.QuietDays).HasFlag(Bit(day));

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(string? typed, AddressFault? fault, CancellationToken ct)
    {
        Said = await db.MessagePreferences.AsNoTracking().SingleOrDefaultAsync(said => said.PersonId == Session.PersonId, ct)
            ?? new MessagePreferences(Session.PersonId);
        var found = await reach.OfAsync(Session.PersonId, ct);
        (Address, IsLmsAddress) = (found?.MailTo, found is { Address: null });
        IsReached = Address is not null || found is { Devices.Count: > 0 };
        var told = found?.Person.Email;
        Offered = Design.AllowsLmsAddress && found is { Address: null } && !Said.UsesLmsAddress && told != Said.RefusedAddress
            && MailAddresses.Find(told) is not null ? told : null;
        Fault = fault;
        Typed = typed ?? Said.UnprovedAddress ?? Said.RefusedAddress ?? told ?? "";
    }

    /// <summary>Lets mail go to the address that the LMS told.</summary>
    public async Task<IActionResult> OnPostLmsAsync(CancellationToken ct)
    {
        await PreferAsync((said, _) => said.UseLmsAddress(Design.AllowsLmsAddress), ct);
        return Done("/Preferences/Mail", "preferences.done-kept");
    }

    /// <summary>Sends a mail to a typed address.</summary>
    public async Task<IActionResult> OnPostAddressAsync(string? address, CancellationToken ct)
    {
        if (MailAddresses.Find(address)?.Address.ToLowerInvariant() is not { Length: <= Account.LongestName } known)
        {
            return Again(address, AddressFault.NoAddress);
        }

        return await book.AskAsync(Session.PersonId, known, ct)
            ? Done("/Preferences/Mail", "preferences.done-mail-sent")
            : Again(address, AddressFault.TooOften);
    }

    /// <summary>Forgets the address.</summary>
    public async Task<IActionResult> OnPostForgetAsync(CancellationToken ct)
    {
        await book.ForgetAsync(Session.PersonId, ct);
        return Done("/Preferences/Mail", "preferences.done-forgotten");
    }

    /// <summary>Keeps what is wanted, and when nothing may come.</summary>
    public async Task<IActionResult> OnPostKeepAsync(
        bool byMail, bool aboutThis, TimeOnly? from, TimeOnly? until, DayOfWeek[] days, string? zone, string[] askedKinds, string[] kinds,
        CancellationToken ct)
    {
        var quietDays = days.Aggregate(Weekdays.None, (sum, day) => sum | Bit(day));
        var known = Zones.FirstOrDefault(one => one == zone);
        await PreferAsync(
            (said, _) =>
            {
                said.Want(byMail, JourneyId, aboutThis);
                said.WantKinds(MailKinds.Known(askedKinds), kinds);
                said.Keep(new QuietHours(from ?? said.QuietFrom, until ?? said.QuietUntil, quietDays), known);
            },
            ct);
        return Done("/Preferences/Mail", "preferences.done-kept");
    }

    /// <summary>Holds everything that can wait for a week.</summary>
    public async Task<IActionResult> OnPostPauseAsync(CancellationToken ct)
    {
        await PreferAsync((said, now) => said.PauseUntil(now + MessagePreferences.Pause), ct);
        return Done("/Preferences/Mail", "preferences.done-paused");
    }

    /// <summary>Ends a pause.</summary>
    public async Task<IActionResult> OnPostResumeAsync(CancellationToken ct)
    {
        await PreferAsync((said, _) => said.Resume(), ct);
        return Done("/Preferences/Mail", "preferences.done-resumed");
    }

    private static Weekdays Bit(DayOfWeek day) => Enum.IsDefined(day) ? (Weekdays)(1 << (int)day) : Weekdays.None;

    private Task PreferAsync(Action<MessagePreferences, DateTimeOffset> change, CancellationToken ct) =>
        book.PreferAsync(Session.PersonId, change, ct);

    private RedirectToPageResult Again(string? typed, AddressFault fault) => RedirectToPage(new { typed, fault });
}

/// <summary>What is wrong with an address that somebody typed.</summary>
public enum AddressFault
{
    /// <summary>It is none.</summary>
    NoAddress,

    /// <summary>Too many mails were asked for today.</summary>
    TooOften,
}
