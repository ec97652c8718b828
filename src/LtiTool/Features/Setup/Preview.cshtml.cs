using System.Collections.Immutable;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Grades;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>What learners will see, and the button that adds it to the course.</summary>
[Needs(Thing.Design, Right.Write)]
public sealed class PreviewModel(JourneyDesigns designs, CourseJourneys journeys, CurrentSession me) : PageModel
{
    /// <summary>Whose view can be looked at.</summary>
    public static readonly ImmutableArray<(string Name, string Text)> Roles =
    [
        ("learner", "setup.preview-learner"), ("buddy", "setup.preview-buddy"), ("facilitator", "setup.preview-facilitator"),
    ];

    /// <summary>Whose view is shown; a name of <see cref="Roles"/>.</summary>
    public string As { get; private set; } = Roles[0].Name;

    /// <summary>The design's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The design.</summary>
    public JourneyDesign Design { get; private set; } = null!;

    /// <summary>Whether it can be added to the course from here.</summary>
    public bool CanAdd => me.Purpose == LtiMessageType.DeepLinking;

    /// <summary>Whether it is in the course already: then only further links to it are added.</summary>
    public bool IsThere { get; private set; }

    /// <summary>Whether the LMS takes several links at once.</summary>
    public bool TakesSeveral => me.Facts.DeepLinking is { AcceptMultiple: true };

    /// <summary>Whether further links can have a column each: the journey gives a grade, and the LMS takes columns with links.</summary>
    public bool TakesColumns => Design.Find<GradesSection>() is not null && me.Facts.DeepLinking is { AcceptLineItem: not false };

    /// <summary>The parts that can get a link: of what is new, those beside the whole, where the LMS takes them with it.</summary>
    public IEnumerable<JourneyPart> Parts =>
        IsThere ? JourneyPart.Of(Design) : TakesSeveral ? JourneyPart.Of(Design).Where(part => part != JourneyPart.Whole) : [];

    /// <summary>Whether a part is ticked before anybody chose: of what is there, the first beside the whole.</summary>
    public bool IsProposed(JourneyPart part) => IsThere && part == Parts.FirstOrDefault(other => other != JourneyPart.Whole);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = "as")] string? role, CancellationToken ct)
    {
        As = Roles.Any(known => known.Name == role) ? role! : Roles[0].Name;
        if (await designs.FindAsync(id, ct) is not { } design)
        {
            return NotFound();
        }

        (Id, Design) = (id, await designs.NewestAsync(design, ct));
        IsThere = CanAdd && await journeys.HasAsync(id, ct);
        return Page();
    }
}
