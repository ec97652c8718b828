using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Journeys;

/// <summary>Where a launch by a link to a part arrives: leads on to the part, as it is for this person.</summary>
[Needs(Thing.Journey)]
public sealed class PartModel(CurrentSession me) : JourneyPage(me)
{
    /// <summary>Leads on.</summary>
    /// <param name="of">The part's name, as the link says it.</param>
    public IActionResult OnGet(string? of) => RedirectToPage(JourneyPart.Find(Design, of).PageFor(Session));
}
