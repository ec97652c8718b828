using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// Content was selected again for a link on which nobody has started: the journey follows it. Through the writer, because somebody may
/// start at this moment: whoever does has read what they start with.
/// </summary>
internal sealed class SelectedAgain(IServiceScopeFactory scopes)
{
    /// <summary>Follows the newest version of the design.</summary>
    /// <returns>False when somebody has started meanwhile: then the teacher is asked.</returns>
    public async Task<bool> TakeOverAsync(Guid journeyId, Guid designId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        var writer = scope.ServiceProvider.GetRequiredService<JourneyWriter>();
        return await writer.ChangeAsync(
            Subjects.Design(journeyId),
            Actor.Tool,
            async _ =>
            {
                if (await db.Participations.AnyAsync(row => row.JourneyId == journeyId, ct))
                {
                    return false;
                }

                var version = await db.DesignVersions.OrderByDescending(row => row.Number)
                    .FirstAsync(row => row.DesignId == designId, ct);
                var journey = await db.Journeys.SingleAsync(row => row.Id == journeyId, ct);
                journey.Follow(version);
                journey.LinkedDesignId = designId;
                return true;
            },
            ct);
    }
}
