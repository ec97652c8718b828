using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
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

    private async Task<IReadOnlyDictionary<Guid, string>> ReadAsync()
    {
        var ids = await db.Evidence.Where(piece => piece.ParticipationId == me.ParticipationId)
            .OrderByDescending(piece => piece.StartedAt).Select(piece => piece.Id).Take(MostShown).ToListAsync();
        return await EvidenceTitles.OfAsync(db, ids, CancellationToken.None);
    }
}
