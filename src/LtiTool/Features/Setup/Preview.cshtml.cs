using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Journeys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>What learners will see, and the button that adds it to the course.</summary>
[For(Audience.Instructors)]
public sealed class PreviewModel(JourneyDesigns designs, CurrentSession me) : PageModel
{
    /// <summary>The design's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The design.</summary>
    public JourneyDefinition Definition { get; private set; } = null!;

    /// <summary>Whether it can be added to the course from here.</summary>
    public bool CanAdd => me.Purpose == LtiMessageType.DeepLinking;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await designs.FindAsync(id, ct) is not { } content)
        {
            return NotFound();
        }

        (Id, Definition) = (id, content.Definition);
        return Page();
    }
}
