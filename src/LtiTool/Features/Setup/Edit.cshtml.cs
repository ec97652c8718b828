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

    /// <summary>Whether what is typed is kept while it is typed: a design of another course is copied when it is saved first.</summary>
    public bool KeepsDraft { get; private set; }

    /// <summary>Shows the form.</summary>
    /// <param name="id">The design.</param>
    /// <param name="check">True after the save button found something wrong.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, bool check, CancellationToken ct)
    {
        if (await designs.FindAsync(id, ct) is not { } design)
        {
            return NotFound();
        }

        Id = id;
        Design = design.Draft ?? await designs.NewestAsync(design, ct);
        KeepsDraft = designs.IsOwn(design);
        Faults = check && design.Draft is not null ? DesignRules.Check(design.Draft) : [];
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

        await ReadSectionsAsync();
        if (!await designs.EditAsync(own, before => Over(form.Over(before)), ct))
        {
            return RedirectToPage("/Setup/Edit", new { id = own, check = true });
        }

        return IsDeepLinking
            ? RedirectToPage("/Setup/Preview", new { id = own })
            : RedirectToPage("/Setup/Index", new { done = "setup.done-setup" });
    }

    /// <summary>Keeps what is being typed, in the background: answers JSON to our own script.</summary>
    public async Task<IActionResult> OnPostDraftAsync(Guid id, DesignForm form, CancellationToken ct)
    {
        await ReadSectionsAsync();
        return await designs.KeepAsync(id, before => Over(form.Over(before)), ct)
            ? new JsonResult(new { number = 0 })
            : NotFound();
    }

    /// <summary>Discards what was typed and not saved.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken ct)
    {
        await designs.DiscardAsync(id, ct);
        return IsDeepLinking
            ? RedirectToPage("/Setup/Edit", pageHandler: null, new { id, done = "setup.done-discarded" })
            : RedirectToPage("/Setup/Index", pageHandler: null, new { done = "setup.done-discarded" });
    }

    private async Task ReadSectionsAsync()
    {
        foreach (var section in Sections)
        {
            await TryUpdateModelAsync(section, section.GetType(), section.Theme);
        }
    }

    /// <summary>A theme that is switched off has no section; one without fields stays as it is.</summary>
    private JourneyDesign Over(JourneyDesign design) => Sections.Aggregate(design, (before, form) =>
    {
        var section = form.Over(before);
        return before with { Sections = form.IsOn ? before.Sections.With(section) : before.Sections.Without(section.GetType()) };
    });
}
