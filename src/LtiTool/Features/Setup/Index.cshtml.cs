using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>The set-up of a link: shown when it is there, asked for when it is not.</summary>
[Needs(Thing.Design, Right.Write)]
public sealed class IndexModel(JourneyDesigns designs, LinkChoices choices, CurrentSession me) : PageModel
{
    /// <summary>The set-up.</summary>
    public JourneyDesign Design { get; private set; } = null!;

    /// <summary>Other content that was selected in the LMS after people had started, or null.</summary>
    public SelectedContent? Selected { get; private set; }

    /// <summary>Shows it; without one, the choice of a starting point.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (me.Design is null)
        {
            return RedirectToPage("/Setup/Add");
        }

        Design = me.Design;
        Selected = await choices.SelectedAsync(ct);
        return Page();
    }

    /// <summary>
    /// Opens the form. A set-up that was taken over from another course gets a design of its own first:
    /// changing it here changes nothing there.
    /// </summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => me.Design is null
        ? RedirectToPage("/Setup/Add")
        : RedirectToPage("/Setup/Edit", new { id = await designs.OwnOfJourneyAsync(ct) });

    /// <summary>What was selected in the LMS counts.</summary>
    public async Task<IActionResult> OnPostTakeAsync(CancellationToken ct) =>
        RedirectToPage(new { done = await choices.TakeAsync(ct) ? "setup.done-setup" : null });

    /// <summary>The set-up stays as it is.</summary>
    public async Task<IActionResult> OnPostKeepAsync(CancellationToken ct) =>
        RedirectToPage(new { done = await choices.KeepAsync(ct) ? "setup.done-kept" : null });
}
