using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Preferences;

/// <summary>The address at which a person's own calendar program fetches their dates: made, replaced, taken away.</summary>
[Needs(Thing.Journey)]
internal sealed class CalendarModel(BuddyDbContext db, MailAddressBook book, CalendarTokens tokens, CurrentSession me) : JourneyPage(me)
{
    /// <summary>The address, or null while there is none.</summary>
    public Uri? Address { get; private set; }

    /// <summary>The same for the program that keeps calendars on the device: it asks whether to subscribe.</summary>
    public string? Subscribe => Address is null ? null : $"webcal://{Address.Authority}{Address.AbsolutePath}";

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var key = await db.MessagePreferences.Where(said => said.PersonId == Session.PersonId)
            .Select(said => said.CalendarKey).SingleOrDefaultAsync(ct);
        Address = key is { } known ? tokens.Address(Session.PersonId, known) : null;
    }

    /// <summary>Makes an address; the one before leads nowhere from now on.</summary>
    public async Task<IActionResult> OnPostMakeAsync(CancellationToken ct)
    {
        await book.PreferAsync(Session.PersonId, (said, _) => said.OpenCalendar(Guid.NewGuid()), ct);
        return Done("/Preferences/Calendar", "preferences.done-calendar-made");
    }

    /// <summary>Takes it away.</summary>
    public async Task<IActionResult> OnPostStopAsync(CancellationToken ct)
    {
        await book.PreferAsync(Session.PersonId, (said, _) => said.CloseCalendar(), ct);
        return Done("/Preferences/Calendar", "preferences.done-calendar-stopped");
    }
}
