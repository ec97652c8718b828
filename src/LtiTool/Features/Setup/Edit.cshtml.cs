using System.Text;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>An instructor changes a design: what belongs to no theme, and the section of each theme.</summary>
[Needs(Thing.Design, Right.Write)]
[RequestFormLimits(ValueCountLimit = MostFields)]
internal sealed class EditModel(JourneyDesigns designs, OwnTemplates templates, IEnumerable<ISectionForm> sections, CurrentSession me)
    : PageModel
{
    /// <summary>Fields that one form may have: all sections of a large design on one page.</summary>
    private const int MostFields = 4096;

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

    /// <summary>The sections of the set-up.</summary>
    public IReadOnlyList<DesignPart> Parts => DesignPart.Of(Sections);

    /// <summary>The section that is shown.</summary>
    public DesignPart Part { get; private set; } = DesignPart.Basics;

    /// <summary>The section after this one; null after the last.</summary>
    public DesignPart? NextPart => Parts.SkipWhile(part => part != Part).Skip(1).FirstOrDefault();

    /// <summary>Rows of the form: those there are, and one to add.</summary>
    public IEnumerable<Behaviour> BehaviourRows => Design.ActiveBehaviours.Concat(
        Enumerable.Repeat(new Behaviour("", ""), Math.Clamp(DesignRules.MostBehaviours - Design.ActiveBehaviours.Count(), 0, 1)));

    /// <summary>Whether what is typed is kept while it is typed: a design of another course is copied when it is saved first.</summary>
    public bool KeepsDraft { get; private set; }

    /// <summary>The number of the newest version: what is typed builds on it.</summary>
    public int Number { get; private set; }

    /// <summary>Who saved another version while this was typed, and when; null for nobody.</summary>
    public (string Name, DateTimeOffset At)? SavedMeanwhile { get; private set; }

    /// <summary>Names what was typed last, by whomever.</summary>
    public int DraftNumber { get; private set; }

    /// <summary>Whether somebody else typed while this was typed.</summary>
    public bool IsTypedTogether { get; private set; }

    /// <summary>Whether something was typed that doesn't hold yet.</summary>
    public bool IsDraft { get; private set; }

    /// <summary>Shows the form of a section.</summary>
    /// <param name="id">The design.</param>
    /// <param name="part">The section, the first where it is left out.</param>
    /// <param name="check">True after the save button found something wrong.</param>
    /// <param name="late">True after somebody saved another version first.</param>
    /// <param name="together">True after somebody else typed meanwhile.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, string? part, bool check, bool late, bool together, CancellationToken ct)
    {
        if (await designs.FindAsync(id, ct) is not { } design)
        {
            return NotFound();
        }

        Id = id;
        Part = PartOf(part);
        KeepsDraft = designs.IsOwn(design);
        IsDraft = KeepsDraft && design.Draft is not null;
        (Number, DraftNumber) = (design.LatestNumber, JourneyDesigns.DraftNumberOf(design));
        IsTypedTogether = together && IsDraft;
        SavedMeanwhile = late && IsDraft ? await designs.SavedLastAsync(design, ct) : null;
        Design = IsDraft ? design.Draft! : await designs.NewestAsync(design, ct);
        Faults = check && IsDraft ? DesignRules.Check(Design) : [];
        foreach (var section in Sections)
        {
            section.Fill(Design);
        }

        return Page();
    }

    /// <summary>Takes the design away as a template file: newest version, in the form that can be taken in again.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id, CancellationToken ct)
    {
        if (await designs.FindAsync(id, ct) is not { } design)
        {
            return NotFound();
        }

        var content = await designs.NewestAsync(design, ct);
        return File(Encoding.UTF8.GetBytes(TemplateFile.Write(content)), "application/json; charset=utf-8", $"{content.TemplateId}.json");
    }

    /// <summary>
    /// Keeps it; when something is wrong, says what, and keeps it all the same. A design of another course is copied first.
    /// </summary>
    /// <param name="id">The design.</param>
    /// <param name="form">What was typed.</param>
    /// <param name="builtOn">The number of the version that was shown.</param>
    /// <param name="draftNumber">Names what was typed before, as it was shown.</param>
    /// <param name="next">Whether the section after this one comes next.</param>
    /// <param name="ct">Stops saving.</param>
    public async Task<IActionResult> OnPostAsync(
        Guid id, DesignForm form, int? builtOn, int? draftNumber, bool next, CancellationToken ct)
    {
        if (await designs.OwnAsync(id, ct) is not { } own)
        {
            return NotFound();
        }

        var part = Part = PartOf(form.Part ?? DesignPart.All.Name);
        await ReadSectionsAsync();
        var shown = own == id ? new ShownDesign(builtOn, draftNumber) : default;
        var result = await designs.EditAsync(own, shown, before => Over(form.Over(before, part)), ct);
        if (result is EditResult.Late or EditResult.Shared)
        {
            var (late, together) = (result == EditResult.Late, result == EditResult.Shared);
            return RedirectToPage("/Setup/Edit", pageHandler: null, new { id = own, part = part.Name, late, together });
        }

        if (result == EditResult.Faulty && !(next && await IsFineAsync(own, part, ct)))
        {
            return RedirectToPage("/Setup/Edit", new { id = own, part = await ToMendAsync(own, part, ct), check = true });
        }

        if (next && NextPart is { } following)
        {
            return RedirectToPage("/Setup/Edit", new { id = own, part = following.Name });
        }

        return IsDeepLinking
            ? RedirectToPage("/Setup/Preview", new { id = own })
            : RedirectToPage("/Setup/Index", new { done = "setup.done-setup" });
    }

    /// <summary>Keeps what was typed when somebody presses Enter in a field: nothing is published by accident.</summary>
    public async Task<IActionResult> OnPostKeepAsync(Guid id, DesignForm form, CancellationToken ct)
    {
        if (await designs.OwnAsync(id, ct) is not { } own)
        {
            return NotFound();
        }

        var part = Part = PartOf(form.Part ?? DesignPart.All.Name);
        await ReadSectionsAsync();
        await designs.KeepAsync(own, draftNumber: null, before => Over(form.Over(before, part)), ct);
        return RedirectToPage("/Setup/Edit", pageHandler: null, new { id = own, part = part.Name });
    }

    /// <summary>
    /// Keeps what is being typed, in the background: answers JSON to our own script. Where somebody else has typed meanwhile, the script
    /// reads the page again and asks which words hold.
    /// </summary>
    public async Task<IActionResult> OnPostDraftAsync(Guid id, DesignForm form, int? draftNumber, CancellationToken ct)
    {
        var part = Part = PartOf(form.Part ?? DesignPart.All.Name);
        await ReadSectionsAsync();
        return await designs.KeepAsync(id, draftNumber, before => Over(form.Over(before, part)), ct) switch
        {
            null => NotFound(),
            { IsKept: true, Number: var number } => new JsonResult(new { number }),
            { Number: var number } => new JsonResult(new { reason = "changed", number, page = true })
            {
                StatusCode = StatusCodes.Status409Conflict,
            },
        };
    }

    /// <summary>Keeps the newest version as a template: for this course, or for all of the platform.</summary>
    public async Task<IActionResult> OnPostTemplateAsync(Guid id, DesignShelf shelf, CancellationToken ct) =>
        await templates.KeepAsync(id, Enum.IsDefined(shelf) ? shelf : DesignShelf.None, ct)
            ? RedirectToPage("/Setup/Edit", pageHandler: null, new { id, done = "setup.done-template-kept" })
            : NotFound();

    /// <summary>Discards what was typed and not saved.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken ct)
    {
        await designs.DiscardAsync(id, ct);
        return IsDeepLinking
            ? RedirectToPage("/Setup/Edit", pageHandler: null, new { id, done = "setup.done-discarded" })
            : RedirectToPage("/Setup/Index", pageHandler: null, new { done = "setup.done-discarded" });
    }

    private DesignPart PartOf(string? name) =>
        name == DesignPart.All.Name ? DesignPart.All : Parts.FirstOrDefault(part => part.Name == name) ?? DesignPart.Basics;

    /// <summary>Whether what is wrong with the draft is wrong elsewhere.</summary>
    private async Task<bool> IsFineAsync(Guid id, DesignPart part, CancellationToken ct) => !(await FaultsAsync(id, ct)).Any(part.Has);

    /// <summary>The section in which the draft can be mended: this one, else the first with something wrong.</summary>
    private async Task<string> ToMendAsync(Guid id, DesignPart part, CancellationToken ct)
    {
        var faults = await FaultsAsync(id, ct);
        return (faults.Any(part.Has) ? part : Parts.FirstOrDefault(other => faults.Any(other.Has)) ?? part).Name;
    }

    private async Task<IReadOnlyList<DesignFault>> FaultsAsync(Guid id, CancellationToken ct) =>
        (await designs.FindAsync(id, ct))?.Draft is { } draft ? DesignRules.Check(draft) : [];

    private async Task ReadSectionsAsync()
    {
        foreach (var section in Sections.Where(section => Part.Shows(section.Theme)))
        {
            await TryUpdateModelAsync(section, section.GetType(), section.Theme);
        }
    }

    /// <summary>A theme that is switched off keeps what it had for another time; one without fields stays as it is.</summary>
    private JourneyDesign Over(JourneyDesign design) =>
        Sections.Where(section => Part.Shows(section.Theme)).Aggregate(design, (before, form) => form.Next(before));
}
