using System.Diagnostics;
using System.Security.Cryptography;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>Files of evidence: kept once under their hash, in the database, so that a node keeps nothing of its own.</summary>
internal sealed class EvidenceFiles(BuddyDbContext db, EvidenceFinder pieces, JourneyWriter writer, CurrentSession me)
{
    /// <summary>The largest file, in bytes.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    /// <summary>Most files of one piece of evidence.</summary>
    public const int MostFiles = 5;

    /// <summary>Adds files to a draft, each for itself: one that can't be taken doesn't keep the others out.</summary>
    /// <returns>Those that were not taken, and why.</returns>
    public async Task<IReadOnlyList<RefusedFile>> AddAsync(Guid evidenceId, IEnumerable<IFormFile> chosen, CancellationToken ct)
    {
        var refused = new List<RefusedFile>();
        foreach (var file in chosen)
        {
            if (await AddAsync(evidenceId, file, ct) is { } fault)
            {
                refused.Add(new RefusedFile(AcceptedFiles.NameOf(file.FileName), fault));
            }
        }

        return refused;
    }

    /// <summary>Takes a file out of a draft; versions sent before keep theirs.</summary>
    public Task RemoveAsync(Guid evidenceId, string sha256, CancellationToken ct) => writer.ChangeAsync(
        UnusedFileDue.Content(sha256).And(evidenceId),
        me.Actor,
        async change =>
        {
            if (await pieces.FindAsync(evidenceId, ct) is not { CanWrite: true, Evidence: var evidence }
                || evidence.Draft.Files.All(file => file.Sha256 != sha256))
            {
                return false;
            }

            UnusedFileDue.Plan(change, sha256);
            return evidence.SaveDraft(
                evidence.Draft with { Files = [.. evidence.Draft.Files.Where(file => file.Sha256 != sha256)] }, change.Now);
        },
        ct);

    private async Task<FileFault?> AddAsync(Guid evidenceId, IFormFile file, CancellationToken ct)
    {
        if (file.Length is 0 or > LargestFile)
        {
            return file.Length == 0 ? FileFault.Empty : FileFault.TooLarge;
        }

        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, ct);
        return await AcceptedFiles.TakeAsync(file.FileName, memory.ToArray(), ct) switch
        {
            Acceptance.Taken taken => await StoreAsync(evidenceId, taken.File, ct),
            Acceptance.Refused refused => refused.Fault,
            _ => throw new UnreachableException(),
        };
    }

    private Task<FileFault?> StoreAsync(Guid evidenceId, TakenFile taken, CancellationToken ct) =>
        StoreAsync(evidenceId, taken, Convert.ToHexStringLower(SHA256.HashData(taken.Content)), ct);

    private Task<FileFault?> StoreAsync(Guid evidenceId, TakenFile taken, string sha256, CancellationToken ct) => writer.ChangeAsync(
        UnusedFileDue.Content(sha256).And(evidenceId),
        me.Actor,
        async change =>
        {
            if (await pieces.FindAsync(evidenceId, ct) is not { CanWrite: true, Evidence: var evidence })
            {
                return (FileFault?)FileFault.Late;
            }

            if (evidence.Draft.Files.Any(file => file.Sha256 == sha256))
            {
                return null;
            }

            if (evidence.Draft.Files.Count >= MostFiles)
            {
                return FileFault.TooMany;
            }

            if (!await db.Files.AnyAsync(blob => blob.Sha256 == sha256, ct))
            {
                db.Files.Add(new FileBlob { Sha256 = sha256, Content = taken.Content, StoredAt = change.Now });
            }

            var added = new EvidenceFile(taken.Name, taken.ContentType, taken.Content.Length, sha256);
            evidence.SaveDraft(evidence.Draft with { Files = [.. evidence.Draft.Files, added] }, change.Now);
            return null;
        },
        ct);
}
