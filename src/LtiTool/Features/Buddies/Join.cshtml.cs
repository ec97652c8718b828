using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Groups;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>Somebody types the code a learner gave them.</summary>
[OfTheme(typeof(BuddiesSection))]
internal sealed class JoinModel(BuddyAcceptance acceptance, BuddyElsewhere elsewhere, CurrentSession me) : JourneyPage(me)
{
    /// <summary>A reload of the address: back to the page with the form.</summary>
    public IActionResult OnGet() => RedirectToPage("/Buddies/Index");

    /// <summary>Becomes the buddy.</summary>
    public async Task<IActionResult> OnPostAsync(string? code, CancellationToken ct)
    {
        var typed = InvitationCode.Normalise(code ?? "");
        return await acceptance.AcceptAsync(invitation => invitation.Code == typed, ct) ? Done("/Buddies/Index", "buddies.done-accepted")
            : await elsewhere.AcceptAsync(typed, ct) ? Done("/Buddies/Index", "buddies.done-accepted-elsewhere")
            : RedirectToPage("/Buddies/TooLate");
    }
}
