using System.Text;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Setup.Models;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>
/// Behaviours and competencies of a design as a whole: brought in a file, taken away as one, kept for other journeys of the course. What
/// would change is shown before anything does.
/// </summary>
[Needs(Thing.Design, Right.Write)]
internal sealed class CompetencyModelPage(JourneyDesigns designs, CompetencyModels models, SealedWords words, Localizer texts) : PageModel
{
    /// <summary>Faults are told in an address, which is short.</summary>
    private const int LongestFaults = 1500;

    /// <summary>The design's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>What it holds now, typed changes included.</summary>
    public JourneyDesign Design { get; private set; } = null!;

    /// <summary>What waits for a yes, or null.</summary>
    public Guid? From { get; private set; }

    /// <summary>What it would change.</summary>
    public ModelChange? Change { get; private set; }

    /// <summary>What would be wrong if it were added to what is there.</summary>
    public IReadOnlyList<DesignFault> AddFaults { get; private set; } = [];

    /// <summary>What would be wrong if it replaced what is there.</summary>
    public IReadOnlyList<DesignFault> ReplaceFaults { get; private set; } = [];

    /// <summary>What is wrong with a file that was brought.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>Models of this course.</summary>
    public IReadOnlyList<CompetencyModelRow> Kept { get; private set; } = [];

    /// <summary>The id of what is wrong with the name to keep it under, or null.</summary>
    public string? NameFault { get; private set; }

    /// <summary>Shows what the design has, and what would change.</summary>
    /// <param name="id">The design.</param>
    /// <param name="from">A model of this course that may be taken.</param>
    /// <param name="faults">What is wrong with a file, sealed.</param>
    /// <param name="refused">Why a model was not kept.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, Guid? from, string? faults, string? refused, CancellationToken ct)
    {
        if (await NowAsync(id, ct) is not { } design)
        {
            return NotFound();
        }

        (Id, Design) = (id, design);
        Faults = words.Open(faults)?.Split('\n') ?? [];
        Kept = await models.KeptAsync(ct);
        NameFault = refused switch
        {
            "name" => "setup.model-name-missing",
            "full" => "setup.model-full",
            _ => null,
        };
        if (from is { } brought && await models.FindAsync(brought, ct) is { } model)
        {
            (From, Change) = (brought, ModelChange.Of(design, model));
            (AddFaults, ReplaceFaults) = (Change.Check(design, replace: false), Change.Check(design, replace: true));
        }

        return Page();
    }

    /// <summary>Takes the behaviours away as a table.</summary>
    public Task<IActionResult> OnGetCsvAsync(Guid id, CancellationToken ct) =>
        FileAsync(id, "text/csv; charset=utf-8", "csv", ModelCsv.Write, ct);

    /// <summary>Takes the behaviours away as JSON.</summary>
    public Task<IActionResult> OnGetJsonAsync(Guid id, CancellationToken ct) =>
        FileAsync(id, "application/json; charset=utf-8", "json", ModelJson.Write, ct);

    /// <summary>Reads a file; nothing changes before somebody has seen what would.</summary>
    public async Task<IActionResult> OnPostFileAsync(Guid id, IFormFile? file, CancellationToken ct)
    {
        if (await designs.FindAsync(id, ct) is null)
        {
            return NotFound();
        }

        if (file is null or { Length: 0 or > TemplateFile.Largest })
        {
            return Refuse(id, [texts.Plain("setup.file-size", TemplateFile.Largest / 1024)]);
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, ct);
        var read = await ModelFile.ReadAsync(content.ToArray());
        return read.Model is { } model
            ? RedirectToPage("/Setup/Model", pageHandler: null, new { id, from = await models.OfferAsync(model, ct) }, "change")
            : Refuse(id, read.Faults.Take(TemplateFile.MostFaults).Select(fault =>
                texts.Plain("setup.file-line", fault.Line, texts.Plain(fault.Text, [.. fault.Args]))));
    }

    /// <summary>Changes the design; one of another course is copied first.</summary>
    public async Task<IActionResult> OnPostTakeAsync(Guid id, Guid from, bool replace, CancellationToken ct)
    {
        if (await NowAsync(id, ct) is not { } now)
        {
            return NotFound();
        }

        if (await models.FindAsync(from, ct) is not { } model)
        {
            return RedirectToPage("/Setup/Model", pageHandler: null, new { id });
        }

        if (ModelChange.Of(now, model).Check(now, replace).Count > 0 || await designs.OwnAsync(id, ct) is not { } own)
        {
            return RedirectToPage("/Setup/Model", pageHandler: null, new { id, from }, "change");
        }

        var holds = await designs.EditAsync(own, design => ModelChange.Of(design, model).Over(design, replace), ct);
        await models.SettleAsync(from, ct);
        return holds
            ? RedirectToPage("/Setup/Model", pageHandler: null, new { id = own, done = "setup.done-model-taken" })
            : RedirectToPage("/Setup/Edit", pageHandler: null, new { id = own, check = true });
    }

    /// <summary>Keeps what the design has, under a name.</summary>
    public async Task<IActionResult> OnPostKeepAsync(Guid id, string? name, CancellationToken ct)
    {
        if (await NowAsync(id, ct) is not { } now)
        {
            return NotFound();
        }

        var called = CleanText.Cut(CleanText.Line(name), DesignRules.LongestTitle);
        return !CleanText.IsVisible(called)
            ? RedirectToPage("/Setup/Model", pageHandler: null, new { id, refused = "name" }, "keep")
            : await models.KeepAsync(called, CompetencyModel.Of(now), ct)
                ? RedirectToPage("/Setup/Model", pageHandler: null, new { id, done = "setup.done-model-kept" })
                : RedirectToPage("/Setup/Model", pageHandler: null, new { id, refused = "full" }, "keep");
    }

    /// <summary>Removes one that was kept; no journey changes.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid from, CancellationToken ct)
    {
        await models.RemoveAsync(from, ct);
        return RedirectToPage("/Setup/Model", pageHandler: null, new { id, done = "setup.done-model-removed" });
    }

    private async Task<JourneyDesign?> NowAsync(Guid id, CancellationToken ct) =>
        await designs.FindAsync(id, ct) is not { } design ? null
        : designs.IsOwn(design) && design.Draft is { } draft ? draft
        : await designs.NewestAsync(design, ct);

    private async Task<IActionResult> FileAsync(
        Guid id, string type, string ending, Func<CompetencyModel, string> write, CancellationToken ct) =>
        await NowAsync(id, ct) is { } now
            ? File(Encoding.UTF8.GetBytes(write(CompetencyModel.Of(now))), type, $"{now.TemplateId}-competencies.{ending}")
            : NotFound();

    private RedirectToPageResult Refuse(Guid id, IEnumerable<string> faults) => RedirectToPage(
        "/Setup/Model", pageHandler: null, new { id, faults = words.Seal(string.Join('\n', faults), LongestFaults) }, "file");
}
