using LearningBuddy.LtiTool.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>What pieces of evidence are called: events don't say, since a title is what somebody wrote.</summary>
internal static class EvidenceTitles
{
    /// <summary>Titles by piece: of the version sent last, else of the draft.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> OfAsync(BuddyDbContext db, IEnumerable<Guid> pieces, CancellationToken ct)
    {
        var ids = pieces.ToHashSet();
        if (ids.Count == 0)
        {
            return new Dictionary<Guid, string>();
        }

        var rows = await (
            from piece in db.Evidence
            join version in db.EvidenceVersions
                on new { EvidenceId = piece.Id, piece.Revision } equals new { version.EvidenceId, version.Revision } into versions
            from version in versions.DefaultIfEmpty()
            where ids.Contains(piece.Id)
            select new { piece.Id, piece.Draft, Sent = version }).AsNoTracking().ToListAsync(ct);
        return rows.ToDictionary(row => row.Id, row => (row.Sent?.Text ?? row.Draft).Title);
    }
}
