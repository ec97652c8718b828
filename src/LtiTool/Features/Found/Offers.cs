using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Found;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Found;

/// <summary>What other systems recorded about the learner.</summary>
internal sealed class Offers(BuddyDbContext db, CurrentSession me)
{
    private const int MostShown = 3;

    /// <summary>What the learner has not answered, newest first.</summary>
    public async Task<IReadOnlyList<FoundEvidence>> OpenAsync() => me.ParticipationId is null
        ? []
        : await db.FoundEvidence.AsNoTracking()
            .Where(found => found.ParticipationId == me.ParticipationId && found.State == FoundState.Offered)
            .OrderByDescending(found => found.HappenedAt)
            .Take(MostShown)
            .ToListAsync();
}
