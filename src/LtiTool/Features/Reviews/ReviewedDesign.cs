using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Reviews;

/// <summary>
/// Finds the design that a version of evidence was written under: it is reviewed by those behaviours and
/// levels, whatever was changed since.
/// </summary>
public sealed class ReviewedDesign(BuddyDbContext db, DesignLibrary designs)
{
    /// <summary>That design.</summary>
    public async Task<JourneyDesign> OfAsync(Guid journeyId, EvidenceVersion version, CancellationToken ct)
    {
        var designId = await db.Journeys
            .Where(journey => journey.Id == journeyId)
            .Select(journey => journey.DesignId!.Value).SingleAsync(ct);
        return await designs.GetAsync(db, designId, version.DesignNumber, ct);
    }
}
