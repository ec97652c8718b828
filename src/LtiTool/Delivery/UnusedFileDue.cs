using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.LtiTool.Spine.Due;
using LearningBuddy.Shared.Core;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>
/// Forgets the content of a file that was taken out of a draft, or discarded with one, unless a draft or a version names it: the same
/// content may have come with another piece.
/// </summary>
internal sealed class UnusedFileDue(BuddyDbContext db, JourneyWriter writer) : IDueKind
{
    /// <summary>So long a file stays that was taken out: a page in another tab may still show its link.</summary>
    private static readonly TimeSpan After = TimeSpan.FromDays(1);

    /// <summary>Nobody adds or forgets this content at the same time.</summary>
    public static Subjects Content(string sha256) => Subjects.Work("file " + sha256);

    /// <summary>Plans a look at a file that a draft doesn't name any more.</summary>
    public static void Plan(JourneyChange change, string sha256) => change.Plan(DueKind.UnusedFile, SubjectOf(sha256), change.Now + After);

    public async Task<DateTimeOffset?> HandleAsync(DueItemRow item, CancellationToken ct)
    {
        var start = item.SubjectId.ToString("N");
        var contents = await db.Files.Where(file => file.Sha256.StartsWith(start)).Select(file => file.Sha256).ToListAsync(ct);
        foreach (var sha256 in contents)
        {
            await writer.ChangeAsync(Content(sha256), Actor.Tool, _ => ForgetAsync(sha256, ct), ct);
        }

        return null;
    }

    /// <summary>The columns are read as the text they are: the hash stands in it or not.</summary>
    private async Task<int> ForgetAsync(string sha256, CancellationToken ct) =>
        await db.Evidence.AnyAsync(piece => ((string)(object)piece.Draft).Contains(sha256), ct)
            || await db.EvidenceVersions.AnyAsync(version => ((string)(object)version.Text).Contains(sha256), ct)
            ? 0
            : await db.Files.Where(file => file.Sha256 == sha256).ExecuteDeleteAsync(ct);

    /// <summary>The first half of the hash: two contents that share it are both looked at.</summary>
    private static Guid SubjectOf(string sha256) => Guid.ParseExact(sha256[..32], "N");
}
