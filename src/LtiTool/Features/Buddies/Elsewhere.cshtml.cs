using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Buddies;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>Opens what a learner of another course shares with this person.</summary>
[OfTheme(typeof(BuddiesSection))]
internal sealed class ElsewhereModel(BuddyElsewhere elsewhere, CurrentSession me) : JourneyPage(me)
{
    /// <summary>A reload of the address: back to the list.</summary>
    public IActionResult OnGet() => RedirectToPage("/Buddies/Index");

    /// <summary>Opens it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        await elsewhere.OpenAsync(id, HttpContext, ct) is { } path ? LocalRedirect(path) : RedirectToPage("/Buddies/TooLate");
}
