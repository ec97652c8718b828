using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>The set-up of a link: shown when it is there, asked for when it is not.</summary>
[Needs(Thing.Design, Right.Write)]
public sealed class IndexModel(BuddyDbContext db, JourneyDesigns designs, CurrentSession me) : PageModel
{
    /// <summary>The set-up.</summary>
    public JourneyDesign Design { get; private set; } = null!;

    /// <summary>Shows it; without one, the choice of a starting point.</summary>
    public IActionResult OnGet()
    {
        if (me.Design is null)
        {
            return RedirectToPage("/Setup/Add");
        }

        Design = me.Design;
        return Page();
    }

    /// <summary>
    /// Opens the form. A set-up that was taken over from another course gets a design of its own first:
    /// changing it here changes nothing there.
    /// </summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var designId = await db.Journeys.Where(journey => journey.Id == me.JourneyId).Select(journey => journey.DesignId).SingleAsync(ct);
        var isOwn = designId is { } id && await designs.FindAsync(id, ct) is { } design && design.ContextId == (me.Facts.ContextId ?? "")
            && await db.Journeys.CountAsync(journey => journey.DesignId == id, ct) == 1;
        return RedirectToPage("/Setup/Edit", new { id = isOwn ? designId!.Value : await designs.MakeAsync(me.Design!, ct) });
    }
}
