using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>A learner wants to write: the page opens under an id of its own, and nothing is kept before the first word.</summary>
[Needs(Thing.OwnJourney)]
[OfTheme(typeof(EvidenceSection))]
public sealed class NewModel(LearnerReader learners, CurrentSession me, TimeProvider clock) : JourneyPage(me)
{
    /// <summary>A reload of the address: back to the list.</summary>
    public IActionResult OnGet() => RedirectToPage("/Evidence/Index");

    /// <summary>Opens an empty page.</summary>
    /// <param name="behaviour">The behaviour practised; where it isn't named, the one that the journey asks for next.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IActionResult> OnPostAsync(string? behaviour, CancellationToken ct) => Session.ParticipationId is { } own
        ? RedirectToPage("/Evidence/Write", new { id = Ids.New(clock), behaviour = behaviour ?? await NextToPractiseAsync(own, ct) })
        : RedirectToPage("/Today/Index");

    private async Task<string?> NextToPractiseAsync(Guid own, CancellationToken ct) =>
        CertificationSteps.Practise(Design, await learners.ProgressAsync(own, ct), clock.GetUtcNow())
            .OfType<PractiseBehaviour>().FirstOrDefault()?.BehaviourId;
}
