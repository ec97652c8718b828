using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Features.Guests;

/// <summary>
/// What a guest link leads to: who asks for what, yes and no, the way in, and the way out. Opening it changes nothing: programs that look
/// at links answer nothing.
/// </summary>
internal sealed class AskModel(
    GuestDoor door, GuestSessions sessions, GuestErasure erasure, IOptions<LearningBuddyOptions> options, Localizer texts) : OutsidePage
{
    /// <summary>What stands here.</summary>
    public GuestPlace Place { get; private set; } = GuestPlace.Nowhere;

    /// <summary>What was asked; null where the link leads nowhere.</summary>
    public GuestAsk? Ask { get; private set; }

    /// <summary>Whether a yes came without a name.</summary>
    public bool HasNoName { get; private set; }

    /// <summary>Whether a yes came too late, or they support enough people already.</summary>
    public bool CameTooLate { get; private set; }

    /// <summary>Days for which what is known about a guest is kept after the end.</summary>
    public int KeepDays => options.Value.Guests.KeepDays;

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(string token, bool nameless, bool late, CancellationToken ct)
    {
        (HasNoName, CameTooLate) = (nameless, late);
        if (await door.FindAsync(token, ct) is { } visit)
        {
            Ask = visit.Ask;
            Place = await PlaceOfAsync(visit, ct);
        }

        if (Place == GuestPlace.Nowhere)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    /// <summary>Yes: the guest is let in at once.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(string token, string? name, string? zone, CancellationToken ct)
    {
        if (await door.FindAsync(token, ct) is not { IsAsked: true } visit)
        {
            return Again();
        }

        if (Person.NameFrom(name) is not { } readable)
        {
            return Again(KeyValuePair.Create<string, string?>("nameless", "true"));
        }

        return await door.AcceptAsync(visit, new(readable, texts.Culture.Name, TimeZoneName.Known(zone)), ct)
            ? await OnPostOpenAsync(token, ct)
            : Again(KeyValuePair.Create<string, string?>("late", "true"));
    }

    /// <summary>No.</summary>
    public async Task<IActionResult> OnPostDeclineAsync(string token, string? reason, CancellationToken ct)
    {
        if (await door.FindAsync(token, ct) is { } visit)
        {
            await door.DeclineAsync(visit, reason, ct);
        }

        return Again();
    }

    /// <summary>The guest comes in, or back.</summary>
    public async Task<IActionResult> OnPostOpenAsync(string token, CancellationToken ct) =>
        await door.FindAsync(token, ct) is { IsLetIn: true } visit
            ? LocalRedirect(await sessions.OpenAsync(visit.Link, texts.Culture.Name, Response, ct))
            : Again();

    /// <summary>Erases what is known about the guest: also long after the end.</summary>
    public async Task<IActionResult> OnPostEraseAsync(string token, CancellationToken ct)
    {
        if (await door.FindAsync(token, ct) is { Link.PersonId: { } guest })
        {
            await erasure.EraseAsync(guest, ct);
        }

        return Again();
    }

    private async Task<GuestPlace> PlaceOfAsync(GuestVisit visit, CancellationToken ct) => visit switch
    {
        { IsAsked: true } => GuestPlace.Asked,
        { IsLetIn: true } => GuestPlace.LetIn,
        { Ask.State: GuestAskState.Declined } => GuestPlace.Declined,
        { Link.PersonId: { } guest } => await erasure.HasAnythingAsync(guest, ct) ? GuestPlace.Over : GuestPlace.Erased,
        _ => GuestPlace.Nowhere,
    };
}

/// <summary>What a guest link leads to.</summary>
internal enum GuestPlace
{
    /// <summary>Nothing: it is no link, or it came to nothing.</summary>
    Nowhere,

    /// <summary>A question, with yes and no.</summary>
    Asked,

    /// <summary>The guest's own pages.</summary>
    LetIn,

    /// <summary>The guest said no.</summary>
    Declined,

    /// <summary>It is over, and something about the guest is still known.</summary>
    Over,

    /// <summary>It is over, and nothing is known any more.</summary>
    Erased,
}
