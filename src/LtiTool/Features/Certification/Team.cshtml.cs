using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Certification;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Certification;

/// <summary>What the group can do, for everybody in it, and whether one offers help.</summary>
[OfTheme(typeof(CertificationSection))]
internal sealed class TeamModel(GroupAbilities group, LearnerReader learners, CurrentSession me) : JourneyPage(me)
{
    /// <summary>The behaviours; null where there are too few people.</summary>
    public IReadOnlyList<GroupAbility>? Abilities { get; private set; }

    /// <summary>Whether the reader offers help; null for whoever doesn't learn here.</summary>
    public bool? OffersHelp { get; private set; }

    /// <summary>Shows the picture.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Session.ParticipationId is null && !Session.IsFacilitator)
        {
            return RedirectToPage("/Today/Index");
        }

        Abilities = await group.OfAsync(Design, ct);
        OffersHelp = Session.ParticipationId is { } own
            ? (await learners.ProgressAsync(own, ct)).Of<CertificationProgress>().OffersHelp
            : null;
        return Page();
    }

    /// <summary>Offers help, or stops.</summary>
    public async Task<IActionResult> OnPostAsync(bool isOffered, CancellationToken ct)
    {
        if (Session.ParticipationId is not { } own)
        {
            return NotFound();
        }

        await group.OfferAsync(own, isOffered, ct);
        var done = isOffered ? "certification.done-help-offered" : "certification.done-help-ended";
        return RedirectToPage("/Certification/Team", new { done });
    }
}
