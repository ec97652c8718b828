using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Core;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>What a learner's own pieces of evidence are called; read once for a page.</summary>
internal sealed class OwnEvidence(BuddyDbContext db, CurrentSession me)
{
    private const int MostShown = 500;
    private IReadOnlyDictionary<Guid, string>? titles;

    /// <summary>The title, or empty while nothing is written.</summary>
    public async Task<string> TitleAsync(Guid id)
    {
        titles ??= await ReadAsync();
        return titles.GetValueOrDefault(id) ?? "";
    }

    /// <summary>What the learner meant to do next time, as written in the piece sent last; null where nothing was.</summary>
    public async Task<string?> PlanAsync()
    {
        var last = await (
            from piece in db.Evidence
            join version in db.EvidenceVersions
                on new { EvidenceId = piece.Id, piece.Revision } equals new { version.EvidenceId, version.Revision }
            where piece.ParticipationId == me.ParticipationId
            orderby version.SubmittedAt descending
            select version).AsNoTracking().FirstOrDefaultAsync();
        return CleanText.IsVisible(last?.Text.Next) ? last!.Text.Next : null;
    }

    private async Task<IReadOnlyDictionary<Guid, string>> ReadAsync()
    {
        var ids = await db.Evidence.Where(piece => piece.ParticipationId == me.ParticipationId)
            .OrderByDescending(piece => piece.StartedAt).Select(piece => piece.Id).Take(MostShown).ToListAsync();
        return await EvidenceTitles.OfAsync(db, ids, CancellationToken.None);
    }
}
