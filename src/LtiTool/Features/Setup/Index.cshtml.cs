using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Journeys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>The set-up of a link: shown when it is there, asked for when it is not.</summary>
[For(Audience.Instructors)]
public sealed class IndexModel(BuddyDbContext db, JourneyDesigns designs, CurrentSession me) : PageModel
{
    /// <summary>The set-up.</summary>
    public JourneyDefinition Definition { get; private set; } = null!;

    /// <summary>Shows it; without one, the choice of a starting point.</summary>
    public IActionResult OnGet()
    {
        if (me.Definition is null)
        {
            return RedirectToPage("/Setup/Add");
        }

        Definition = me.Definition;
        return Page();
    }

    /// <summary>Opens the form. A set-up that was taken over from another course gets a design of its own first: changing it here changes nothing there.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var contentId = await db.Journeys.Where(journey => journey.Id == me.JourneyId).Select(journey => journey.ContentId).SingleAsync(ct);
        var isOwn = contentId is { } id && await designs.FindAsync(id, ct) is { } content && content.ContextId == me.Facts.ContextId
            && await db.Journeys.CountAsync(journey => journey.ContentId == id, ct) == 1;
        return RedirectToPage("/Setup/Edit", new { id = isOwn ? contentId!.Value : await designs.MakeAsync(me.Definition!, ct) });
    }
}
