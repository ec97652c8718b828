using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.People;
using LearningBuddy.Shared.Sprints;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>A learner writes down what happened. Every way out of the page keeps what was typed and the files that were chosen.</summary>
[Needs(Thing.OwnJourney)]
[OfTheme(typeof(EvidenceSection))]
[LargestForm(LargestPost)]
internal sealed class WriteModel(
    EvidenceFinder pieces, EvidenceDrafts drafts, EvidenceSubmission submission, EvidenceFiles files, LearnerReader learners,
    OnlyOnce once, CurrentSession me, TimeProvider clock)
    : JourneyPage(me)
{
    /// <summary>
    /// The largest post that is read, in bytes: as many files as are taken, and room for one that is too
    /// large, so that its name can be said.
    /// </summary>
    public const long LargestPost = 64 * 1024 * 1024;

    /// <summary>Most files left out that are named: their names go into an address.</summary>
    private const int MostNamed = 10;

    /// <summary>The draft.</summary>
    public DraftInHand Draft { get; private set; } = null!;

    /// <summary>What can be shown: what the learner practises, and whatever is ticked already.</summary>
    public IReadOnlyList<Behaviour> Behaviours { get; private set; } = [];

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
    public DateOnly? Day => Draft.Text.AppliedOn ?? (Missing.Contains(EvidencePart.Day) ? null : Today);

    /// <summary>What the exercise asked for that this answers, in the words in which it came, or null.</summary>
    public string? Exercise { get; private set; }

    /// <summary>Shows the draft, or an empty form for a new one.</summary>
    /// <param name="id">The piece of evidence.</param>
    /// <param name="start">What a new one starts from.</param>
    /// <param name="check">True after the send button found something missing.</param>
    /// <param name="refused">Files that were not taken, as <see cref="RefusedFile.ToString"/> writes them.</param>
    /// <param name="cut">True after a text that was longer than what is kept.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, DraftStart start, bool check, string[] refused, bool cut, CancellationToken ct)
    {
        if (Session.ParticipationId is null)
        {
            return RedirectToPage("/Today/Index");
        }

        if (await drafts.OpenAsync(id, start.ToText(Design), ct) is not { } draft)
        {
            return RedirectToPage("/Evidence/Show", new { id });
        }

        Draft = draft;
        var progress = await learners.ProgressAsync(Session.ParticipationId.Value, ct);
        var practised = SprintChoice.Practised(Design, progress);
        Exercise = Design.Find<NudgesSection>()?.Find(draft.Text.ExerciseId ?? "") is { } exercise
            ? progress.Of<NudgesProgress>().WordsOf(exercise, id)
            : null;
        Behaviours =
        [
            .. Design.ActiveBehaviours.Where(one => practised.Contains(one) || draft.Text.BehaviourIds.Contains(one.Id)),
        ];
        WasCut = cut;
        Missing = check ? draft.Text.Missing() : [];
        Refused = [.. refused.Select(RefusedFile.Parse).OfType<RefusedFile>()];
        return Page();
    }

    /// <summary>
    /// Keeps what is being typed, in the background: answers JSON to our own script. What was saved elsewhere
    /// meanwhile is answered, not overwritten.
    /// </summary>
    public async Task<IActionResult> OnPostDraftAsync(Guid id, EvidenceForm form, CancellationToken ct)
    {
        if (await drafts.SaveAsync(id, form, evenIfChanged: false, ct) is { } number)
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
        await KeepAllAsync(id, form, ct) ?? Done("/Today/Index", form.HasContent ? "evidence.done-kept" : "evidence.done-nothing");

    /// <summary>
    /// Keeps it and hands it in; when something is missing, says what. A device that could not send it asks again under the same key: what
    /// was handed in is not handed in twice, and words that were written since stay.
    /// </summary>
    public async Task<IActionResult> OnPostSendAsync(Guid id, EvidenceForm form, CancellationToken ct)
    {
        if (await once.IsDoneAsync(ct))
        {
            return new NoContentResult();
        }

        if (await once.BeforeAsync(() => KeepAllAsync(id, form, ct)) is { } notAll)
        {
            return notAll;
        }

        return await submission.SubmitAsync(id, ct) ? Done("/Evidence/Show", "evidence.done-sent", id)
            : await SentBeforeAsync(id, form, ct) ?? Back(id, form, new { check = true }, "missing");
    }

    /// <summary>Keeps it and shows the files.</summary>
    public async Task<IActionResult> OnPostFileAsync(Guid id, EvidenceForm form, CancellationToken ct) =>
        await KeepAllAsync(id, form, ct) ?? Back(id, form, new { done = form.File.Count > 0 ? "evidence.done-filed" : null }, "files");

    /// <summary>Keeps it and takes a file out, so that there is room for one chosen in its place.</summary>
    public async Task<IActionResult> OnPostUnfileAsync(Guid id, string sha256, EvidenceForm form, CancellationToken ct)
    {
        await files.RemoveAsync(id, sha256, ct);
        return await KeepAllAsync(id, form, ct) ?? Back(id, form, new { done = "evidence.done-unfiled" }, "files");
    }

    /// <summary>
    /// Adds files while somebody goes on writing, and answers the list of files to our own script. The words of a draft that is there stay
    /// as they are: they have their own saves. A draft that begins with a file begins with what the form holds.
    /// </summary>
    public async Task<IActionResult> OnPostAttachAsync(Guid id, EvidenceForm form, CancellationToken ct)
    {
        if (await pieces.FindAsync(id, ct) is null)
        {
            await drafts.SaveAsync(id, form, evenIfChanged: false, ct);
        }

        Refused = await files.AddAsync(id, form.File, ct);
        return await FilesAsync(id, ct);
    }

    /// <summary>Takes a file out while somebody goes on writing, and answers the list of files to our own script.</summary>
    public async Task<IActionResult> OnPostDetachAsync(Guid id, string sha256, CancellationToken ct)
    {
        await files.RemoveAsync(id, sha256, ct);
        return await FilesAsync(id, ct);
    }

    /// <summary>Discards it.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken ct)
    {
        await drafts.DiscardAsync(id, ct);
        return Done("/Today/Index", "evidence.done-discarded");
    }

    private async Task<IActionResult> FilesAsync(Guid id, CancellationToken ct)
    {
        if (await drafts.OpenAsync(id, new EvidenceText(), ct) is not { } draft)
        {
            return NotFound();
        }

        Draft = draft;
        return Partial("_FilesAnswer", this);
    }

    /// <summary>Keeps the text and the files that were chosen.</summary>
    /// <returns>Null, or where to go to say what was not kept.</returns>
    private async Task<IActionResult?> KeepAllAsync(Guid id, EvidenceForm form, CancellationToken ct)
    {
        if (await drafts.SaveAsync(id, form, evenIfChanged: true, ct) is null)
        {
            return await SentBeforeAsync(id, form, ct) ?? NotFound();
        }

        var leftOut = form.LeftOut.Take(MostNamed).Select(RefusedFile.Parse).OfType<RefusedFile>();
        var refused = leftOut.Concat(await files.AddAsync(id, form.File, ct)).Select(file => file.ToString()).ToArray();
        return form.IsTooLong ? Back(id, form, new { cut = true, refused }, "cut")
            : refused.Length > 0 ? Back(id, form, new { refused }, "files")
            : null;
    }

    /// <summary>Back to the page; what a new one starts from goes along while nothing of it is kept.</summary>
    private static RedirectToPageResult Back(Guid id, EvidenceForm form, object values, string fragment)
    {
        var all = new RouteValueDictionary(values) { ["id"] = id };
        if (!form.HasContent)
        {
            all["behaviour"] = form.Behaviours.FirstOrDefault();
            all["exercise"] = form.Exercise;
        }

        return new RedirectToPageResult("/Evidence/Write", pageHandler: null, all, fragment);
    }

    /// <summary>Where it was sent meanwhile: the same words lead to where they are, others are given back.</summary>
    private async Task<IActionResult?> SentBeforeAsync(Guid id, EvidenceForm form, CancellationToken ct) =>
        await pieces.FindAsync(id, ct) is not { CanWrite: false, Latest: { } sent, Relation: Relation.Self } ? null
        : form.Says(Design, sent.Text) ? RedirectToPage("/Evidence/Show", new { id })
        : new Overtaken("evidence.sent-before", "evidence.read-sent", id);
}
