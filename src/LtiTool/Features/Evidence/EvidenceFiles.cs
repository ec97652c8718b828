using System.Security.Cryptography;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Practice;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>Files of evidence: kept once under their hash, in the database, so that a node keeps nothing of its own.</summary>
internal sealed class EvidenceFiles(BuddyDbContext db, Access access, JourneyWriter writer)
{
    /// <summary>The largest file, in octets.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    /// <summary>Most files of one piece of evidence.</summary>
    public const int MostFiles = 5;

    /// <summary>What to tell somebody whose file was not taken.</summary>
    public static string Say(FileFault fault) => fault switch
    {
        FileFault.Missing => "Choose a file first.",
        FileFault.TooLarge => "The file is larger than 10 MB. Choose a smaller one, or give a link.",
        FileFault.TooMany => "Five files are the most. Take one out first.",
        FileFault.Type => "This kind of file can't be taken. Pictures, PDF, text, audio and office documents can.",
    };

    /// <summary>Adds a file to a draft.</summary>
    /// <returns>Null when it was taken, else why not.</returns>
    public async Task<FileFault?> AddAsync(Guid evidenceId, IFormFile? file, CancellationToken ct)
    {
        if (file is null || file.Length == 0)
        {
            return FileFault.Missing;
        }

        if (file.Length > LargestFile)
        {
            return FileFault.TooLarge;
        }

        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, ct);
        return AcceptedFiles.Take(file.FileName, memory.ToArray()) is { } taken ? await StoreAsync(evidenceId, taken, ct) : FileFault.Type;
    }

    /// <summary>Takes a file out of a draft; versions sent before keep theirs.</summary>
    public Task RemoveAsync(Guid evidenceId, string sha256, CancellationToken ct) => writer.WriteAsync(
        async change =>
        {
            if (await access.ToEvidenceAsync(evidenceId, ct) is not { CanWrite: true, Evidence: var evidence })
            {
                return false;
            }

            return evidence.SaveDraft(evidence.Draft with { Files = [.. evidence.Draft.Files.Where(file => file.Sha256 != sha256)] }, change.Now);
        },
        ct);

    private Task<FileFault?> StoreAsync(Guid evidenceId, TakenFile taken, CancellationToken ct) => writer.WriteAsync(
        async change =>
        {
            if (await access.ToEvidenceAsync(evidenceId, ct) is not { CanWrite: true, Evidence: var evidence })
            {
                return (FileFault?)FileFault.Missing;
            }

            if (evidence.Draft.Files.Count >= MostFiles)
            {
                return FileFault.TooMany;
            }

            var sha256 = Convert.ToHexStringLower(SHA256.HashData(taken.Content));
            if (!await db.Files.AnyAsync(blob => blob.Sha256 == sha256, ct))
            {
                db.Files.Add(new FileBlob { Sha256 = sha256, Content = taken.Content, StoredAt = change.Now });
            }

            if (evidence.Draft.Files.All(file => file.Sha256 != sha256))
            {
                var added = new EvidenceFile(taken.Name, taken.ContentType, taken.Content.Length, sha256);
                evidence.SaveDraft(evidence.Draft with { Files = [.. evidence.Draft.Files, added] }, change.Now);
            }

            return null;
        },
        ct);
}

/// <summary>Why a file was not taken.</summary>
public enum FileFault
{
    /// <summary>None was chosen.</summary>
    Missing,

    /// <summary>Too large.</summary>
    TooLarge,

    /// <summary>There are enough.</summary>
    TooMany,

    /// <summary>Not one of the accepted kinds.</summary>
    Type,
}
