using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Journeys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>An instructor changes a design: title, behaviours, rubric, dates and points.</summary>
[For(Audience.Instructors)]
public sealed class EditModel(JourneyDesigns designs, CurrentSession me) : PageModel
{
    /// <summary>The design's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>What was typed last.</summary>
    public JourneyDefinition Definition { get; private set; } = null!;

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<DefinitionFault> Faults { get; private set; } = [];

    /// <summary>Whether this came from the LMS's "add an activity".</summary>
    public bool IsDeepLinking => me.Purpose == LtiMessageType.DeepLinking;

    /// <summary>Rows of the form: those there are, and three to add.</summary>
    public IEnumerable<Behaviour> BehaviourRows =>
        Definition.Behaviours.Concat(Enumerable.Repeat(new Behaviour("", ""), Math.Min(3, DefinitionRules.MostBehaviours - Definition.Behaviours.Count)));

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await designs.FindAsync(id, ct) is not { } content)
        {
            return NotFound();
        }

        Id = id;
        Definition = content.Draft ?? content.Definition;
        Faults = content.Draft is null ? [] : DefinitionRules.Check(content.Draft);
        return Page();
    }

    /// <summary>Keeps it; when something is wrong, says what, and keeps it all the same.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, DefinitionForm form, CancellationToken ct)
    {
        if (!await designs.EditAsync(id, form.Over, ct))
        {
            return RedirectToPage("/Setup/Edit", new { id });
        }

        return IsDeepLinking ? RedirectToPage("/Setup/Preview", new { id }) : RedirectToPage("/Setup/Index", new { done = "setup" });
    }
}
