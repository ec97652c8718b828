using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>A learner writes down what happened. Every way out of the page keeps what was typed and the files that were chosen.</summary>
[Needs(Thing.OwnJourney)]
[OfTheme(typeof(EvidenceSection))]
[LargestForm(LargestPost)]
internal sealed class WriteModel(
    EvidenceFinder pieces, JourneyWriter writer, EvidenceSubmission submission, EvidenceFiles files, CurrentSession me, TimeProvider clock)
    : JourneyPage(me)
{
    /// <summary>
    /// The largest post that is read, in bytes: as many files as are taken, and room for one that is too
    /// large, so that its name can be said.
    /// </summary>
    public const long LargestPost = 64 * 1024 * 1024;

    /// <summary>Most files left out that are named: their names go into an address.</summary>
    private const int MostNamed = 10;

    /// <summary>The piece of evidence.</summary>
    public EvidencePiece Evidence { get; private set; } = null!;

    /// <summary>What the send button found missing.</summary>
    public IReadOnlyList<EvidencePart> Missing { get; private set; } = [];

    /// <summary>Whether a text was longer than what is kept.</summary>
    public bool WasCut { get; private set; }

    /// <summary>Files that were not taken.</summary>
    public IReadOnlyList<RefusedFile> Refused { get; private set; } = [];

    /// <summary>Endings of the files that are taken.</summary>
    public static string AcceptedExtensions => AcceptedFiles.Extensions;

    /// <summary>Last day that can be chosen: today, where the person is.</summary>
    public DateOnly Today => Session.DayOf(clock.GetUtcNow());

    /// <summary>The day in the form: today is proposed, but not again to somebody who sent it without one.</summary>
    public DateOnly? Day => Evidence.Draft.AppliedOn ?? (Missing.Contains(EvidencePart.Day) ? null : Today);

    /// <summary>Shows the draft.</summary>
    /// <param name="id">The piece of evidence.</param>
    /// <param name="check">True after the send button found something missing.</param>
    /// <param name="refused">Files that were not taken, as <see cref="RefusedFile.ToString"/> writes them.</param>
    /// <param name="cut">True after a text that was longer than what is kept.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, bool check, string[] refused, bool cut, CancellationToken ct)
    {
        if (await pieces.FindAsync(id, ct) is not { CanWrite: true } found)
        {
            return RedirectToPage("/Evidence/Show", new { id });
        }

        Evidence = found.Evidence;
        WasCut = cut;
        Missing = check ? Evidence.Draft.Missing() : [];
        Refused = [.. refused.Select(RefusedFile.Parse).OfType<RefusedFile>()];
        return Page();
    }

    /// <summary>
    /// Keeps what is being typed, in the background: answers JSON to our own script. What was saved elsewhere
    /// meanwhile is answered, not overwritten.
    /// </summary>
    public async Task<IActionResult> OnPostDraftAsync(Guid id, EvidenceForm form, CancellationToken ct)
    {
        if (await SaveAsync(id, form, ct) is { } number)
        {
            return new JsonResult(new { number, savedAt = clock.GetUtcNow(), cut = form.IsTooLong });
        }

        var other = await pieces.FindAsync(id, ct) is { CanWrite: true, Evidence: var evidence } ? evidence : null;
        var conflict = new
        {
            reason = other is null ? "closed" : "changed",
            number = other?.DraftNumber,
            fields = other is null ? null : EvidenceForm.FieldsOf(other.Draft),
        };
        return new JsonResult(conflict) { StatusCode = StatusCodes.Status409Conflict };
    }

    /// <summary>Keeps it and goes back to today.</summary>
    public async Task<IActionResult> OnPostKeepAsync(Guid id, EvidenceForm form, CancellationToken ct) =>
        await KeepAllAsync(id, form, ct) ?? Done("/Today/Index", "evidence.done-kept");

    /// <summary>Keeps it and hands it in; when something is missing, says what.</summary>
    public async Task<IActionResult> OnPostSendAsync(Guid id, EvidenceForm form, CancellationToken ct)
    {
        if (await KeepAllAsync(id, form, ct) is { } notAll)
        {
            return notAll;
        }

        return await submission.SubmitAsync(id, ct)
            ? Done("/Evidence/Show", "evidence.done-sent", id)
            : RedirectToPage("/Evidence/Write", pageHandler: null, new { id, check = true }, fragment: "missing");
    }

    /// <summary>Keeps it and shows the files.</summary>
    public async Task<IActionResult> OnPostFileAsync(Guid id, EvidenceForm form, CancellationToken ct) =>
        await KeepAllAsync(id, form, ct) ?? Files(new { id, done = form.File.Count > 0 ? "evidence.done-filed" : null });

    /// <summary>Keeps it and takes a file out, so that there is room for one chosen in its place.</summary>
    public async Task<IActionResult> OnPostUnfileAsync(Guid id, string sha256, EvidenceForm form, CancellationToken ct)
    {
        await files.RemoveAsync(id, sha256, ct);
        return await KeepAllAsync(id, form, ct) ?? Files(new { id, done = "evidence.done-unfiled" });
    }

    /// <summary>Keeps the text and the files that were chosen.</summary>
    /// <returns>Null, or back to the page to say what was not kept.</returns>
    private async Task<IActionResult?> KeepAllAsync(Guid id, EvidenceForm form, CancellationToken ct)
    {
        await SaveAsync(id, form, ct, evenIfChanged: true);
        var leftOut = form.LeftOut.Take(MostNamed).Select(RefusedFile.Parse).OfType<RefusedFile>();
        var refused = leftOut.Concat(await files.AddAsync(id, form.File, ct)).Select(file => file.ToString()).ToArray();
        if (form.IsTooLong)
        {
            return RedirectToPage("/Evidence/Write", pageHandler: null, new { id, cut = true, refused }, fragment: "cut");
        }

        return refused.Length == 0 ? null : Files(new { id, refused });
    }

    private RedirectToPageResult Files(object values) => RedirectToPage("/Evidence/Write", pageHandler: null, values, fragment: "files");

    /// <summary>
    /// Saves the draft. Null when it can't be written in, or was changed in another tab and <paramref name="evenIfChanged"/> is false.
    /// </summary>
    private Task<int?> SaveAsync(Guid id, EvidenceForm form, CancellationToken ct, bool evenIfChanged = false) => writer.ChangeAsync(
        Subjects.None,
        Session.Actor,
        async change =>
        {
            if (await pieces.FindAsync(id, ct) is not { CanWrite: true, Evidence: var evidence }
                || (!evenIfChanged && form.DraftNumber < evidence.DraftNumber))
            {
                return (int?)null;
            }

            evidence.SaveDraft(form.ToText(Design, evidence.Draft), change.Now);
            return evidence.DraftNumber;
        },
        ct);
}
