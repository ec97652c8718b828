using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>An instructor changes a design: what belongs to no theme, and the section of each theme.</summary>
[Needs(Thing.Design, Right.Write)]
public sealed class EditModel(JourneyDesigns designs, IEnumerable<ISectionForm> sections, CurrentSession me) : PageModel
{
    /// <summary>The design's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>What was typed last.</summary>
    public JourneyDesign Design { get; private set; } = null!;

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<DesignFault> Faults { get; private set; } = [];

    /// <summary>The fields of each theme, in the order of the themes.</summary>
    public IReadOnlyList<ISectionForm> Sections { get; } = [.. sections];

    /// <summary>Whether this came from the LMS's "add an activity".</summary>
    public bool IsDeepLinking => me.Purpose == LtiMessageType.DeepLinking;

    /// <summary>Rows of the form: those there are, and three to add.</summary>
    public IEnumerable<Behaviour> BehaviourRows => Design.ActiveBehaviours.Concat(
        Enumerable.Repeat(new Behaviour("", ""), Math.Clamp(DesignRules.MostBehaviours - Design.ActiveBehaviours.Count(), 0, 3)));

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await designs.FindAsync(id, ct) is not { } design)
        {
            return NotFound();
        }

        Id = id;
        Design = design.Draft ?? await designs.NewestAsync(design, ct);
        Faults = design.Draft is null ? [] : DesignRules.Check(design.Draft);
        foreach (var section in Sections)
        {
            section.Fill(Design);
        }

        return Page();
    }

    /// <summary>
    /// Keeps it; when something is wrong, says what, and keeps it all the same. A design of another course is copied first.
    /// </summary>
    public async Task<IActionResult> OnPostAsync(Guid id, DesignForm form, CancellationToken ct)
    {
        if (await designs.OwnAsync(id, ct) is not { } own)
        {
            return NotFound();
        }

        foreach (var section in Sections)
        {
            await TryUpdateModelAsync(section, section.GetType(), section.Theme);
        }

        if (!await designs.EditAsync(own, before => Over(form.Over(before)), ct))
        {
            return RedirectToPage("/Setup/Edit", new { id = own });
        }

        return IsDeepLinking
            ? RedirectToPage("/Setup/Preview", new { id = own })
            : RedirectToPage("/Setup/Index", new { done = "setup.done-setup" });
    }

    /// <summary>A theme that is switched off has no section; one without fields stays as it is.</summary>
    private JourneyDesign Over(JourneyDesign design) => Sections.Aggregate(design, (before, form) =>
    {
        var section = form.Over(before);
        return before with { Sections = form.IsOn ? before.Sections.With(section) : before.Sections.Without(section.GetType()) };
    });
}
