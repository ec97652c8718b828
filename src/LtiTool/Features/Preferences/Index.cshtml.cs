using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Preferences;

/// <summary>How a person wants to read the pages: in which language, and light or dark. It holds in every course.</summary>
[Needs(Thing.Journey)]
internal sealed class IndexModel(
    BuddyDbContext db, JourneyWriter writer, UpcomingReader upcoming, Localizer texts, TimeProvider clock, CurrentSession me)
    : JourneyPage(me)
{
    /// <summary>The chosen language, or null for the one of the launch.</summary>
    public string? Language => Session.ChosenLanguage;

    /// <summary>Light or dark.</summary>
    public Look Look => Session.Look;

    /// <summary>What will come in the next weeks.</summary>
    public Month? Month { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        if (await upcoming.OfAsync(Session.PersonId, ct) is not { } dates)
        {
            return;
        }

        var days = await db.MessagePreferences.Where(said => said.PersonId == Session.PersonId)
            .Select(said => (int?)said.QuietDays).SingleOrDefaultAsync(ct);
        var zone = LearnerReader.ZoneOf(dates.TimeZone, Session.Design);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
        var quiet = days is { } said ? (Weekdays)said : QuietHours.Default.Days;
        Month = Month.Of(dates, today, texts.Culture.DateTimeFormat.FirstDayOfWeek, quiet);
    }

    /// <summary>Keeps them. A language without texts counts as none.</summary>
    public async Task<IActionResult> OnPostAsync(string? language, Look look, CancellationToken ct)
    {
        await writer.ChangeAsync(
            Subjects.None,
            Session.Actor,
            async _ =>
            {
                var person = await db.People.SingleAsync(person => person.Id == Session.PersonId, ct);
                person.Prefer(TextCatalog.Languages.FirstOrDefault(known => known == language), Enum.IsDefined(look) ? look : Look.Auto);
                return true;
            },
            ct);
        return Done("/Preferences/Index", "preferences.done-kept");
    }
}
