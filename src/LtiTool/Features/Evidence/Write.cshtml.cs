using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Sessions;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Practice;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>A learner writes down what happened. Every way out of the page keeps what was typed.</summary>
[For(Audience.Learners)]
[RequestSizeLimit(EvidenceFiles.LargestFile + (512 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceFiles.LargestFile + (512 * 1024))]
internal sealed class WriteModel(BuddyDbContext db, Access access, JourneyWriter writer, EvidenceSubmission submission, EvidenceFiles files, CurrentSession me, TimeProvider clock)
    : JourneyPage(me)
{
    /// <summary>The piece of evidence.</summary>
    public PracticeEvidence Evidence { get; private set; } = null!;

    /// <summary>What the send button found missing.</summary>
    public IReadOnlyList<EvidencePart> Missing { get; private set; } = [];

    /// <summary>Why a file was not taken, as a text to translate, or null.</summary>
    public string? FileFault { get; private set; }

    /// <summary>Endings of the files that are taken.</summary>
    public static string AcceptedExtensions => AcceptedFiles.Extensions;

    /// <summary>Last day that can be chosen: today, where the person is.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Session.Zone).DateTime);

    /// <summary>Shows the draft.</summary>
    /// <param name="id">The piece of evidence.</param>
    /// <param name="check">True after the send button found something missing.</param>
    /// <param name="fault">A file that was not taken.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, bool check, FileFault? fault, CancellationToken ct)
    {
        if (await access.ToEvidenceAsync(id, ct) is not { CanWrite: true } found)
        {
            return RedirectToPage("/Evidence/Show", new { id });
        }

        Evidence = found.Evidence;
        Missing = check ? Evidence.Draft.Missing() : [];
        FileFault = fault is { } known ? EvidenceFiles.Say(known) : null;
        return Page();
    }

    /// <summary>Keeps what is being typed, in the background: answers JSON to our own script.</summary>
    public async Task<IActionResult> OnPostDraftAsync(Guid id, EvidenceForm form, CancellationToken ct) => await SaveAsync(id, form, ct) switch
    {
        { } number => new JsonResult(new { number, savedAt = clock.GetUtcNow() }),
        null => new JsonResult(new { reason = "changed" }) { StatusCode = StatusCodes.Status409Conflict },
    };

    /// <summary>Keeps it and goes back to today.</summary>
    public async Task<IActionResult> OnPostKeepAsync(Guid id, EvidenceForm form, CancellationToken ct)
    {
        await SaveAsync(id, form, ct, evenIfChanged: true);
        return Done("/Today/Index", "kept");
    }

    /// <summary>Keeps it and hands it in; when something is missing, says what.</summary>
    public async Task<IActionResult> OnPostSendAsync(Guid id, EvidenceForm form, CancellationToken ct)
    {
        await SaveAsync(id, form, ct, evenIfChanged: true);
        return await submission.SubmitAsync(id, ct)
            ? Done("/Evidence/Show", "sent", id)
            : RedirectToPage("/Evidence/Write", pageHandler: null, new { id, check = true }, fragment: "missing");
    }

    /// <summary>Keeps the text and adds a file.</summary>
    public async Task<IActionResult> OnPostFileAsync(Guid id, EvidenceForm form, IFormFile? file, CancellationToken ct)
    {
        await SaveAsync(id, form, ct, evenIfChanged: true);
        var fault = await files.AddAsync(id, file, ct);
        return fault is null
            ? RedirectToPage("/Evidence/Write", pageHandler: null, new { id, done = "filed" }, fragment: "files")
            : RedirectToPage("/Evidence/Write", pageHandler: null, new { id, fault }, fragment: "files");
    }

    /// <summary>Keeps the text and takes a file out.</summary>
    public async Task<IActionResult> OnPostUnfileAsync(Guid id, string sha256, EvidenceForm form, CancellationToken ct)
    {
        await SaveAsync(id, form, ct, evenIfChanged: true);
        await files.RemoveAsync(id, sha256, ct);
        return RedirectToPage("/Evidence/Write", pageHandler: null, new { id, done = "unfiled" }, fragment: "files");
    }

    /// <summary>Saves the draft. Null when it can't be written in, or was changed in another tab and <paramref name="evenIfChanged"/> is false.</summary>
    private async Task<int?> SaveAsync(Guid id, EvidenceForm form, CancellationToken ct, bool evenIfChanged = false)
    {
        try
        {
            return await writer.WriteAsync(
                async change =>
                {
                    if (await access.ToEvidenceAsync(id, ct) is not { CanWrite: true, Evidence: var evidence }
                        || (!evenIfChanged && form.DraftNumber < evidence.DraftNumber))
                    {
                        return (int?)null;
                    }

                    evidence.SaveDraft(form.ToText(Definition, evidence.Draft), change.Now);
                    return evidence.DraftNumber;
                },
                ct);
        }
        catch (DbUpdateConcurrencyException) when (!evenIfChanged)
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }
}
