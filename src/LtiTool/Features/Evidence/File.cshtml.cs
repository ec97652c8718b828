using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>Hands out a file of a piece of evidence to whoever may see that piece.</summary>
[Needs(Thing.EvidencePages)]
[OfTheme(typeof(EvidenceSection))]
internal sealed class FileModel(BuddyDbContext db, EvidenceFinder pieces, CurrentSession me) : JourneyPage(me)
{
    /// <summary>The file, to be saved and never to be run.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, string sha256, CancellationToken ct)
    {
        var found = await pieces.FindAsync(id, ct);
        var named = found?.Evidence.Versions.SelectMany(version => version.Text.Files)
            .Concat(found.CanWrite ? found.Evidence.Draft.Files : [])
            .FirstOrDefault(file => file.Sha256 == sha256);
        if (named is null || await db.Files.AsNoTracking().SingleOrDefaultAsync(blob => blob.Sha256 == sha256, ct) is not { } blob)
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return File(blob.Content, named.ContentType, named.Name);
    }
}
