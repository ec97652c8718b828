using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>How many learners one person supports: the number holds for people of the course and for guests.</summary>
internal static class BuddyCapacity
{
    /// <summary>Whether somebody supports as many learners of a journey as its design allows.</summary>
    public static async Task<bool> IsFullAsync(
        BuddyDbContext db, Guid journeyId, Guid personId, JourneyDesign design, CancellationToken ct)
    {
        var supported = await (
            from pair in db.Groups
            join member in db.Memberships on pair.Id equals member.GroupId
            where pair.JourneyId == journeyId && pair.Kind == GroupKind.BuddyPair && pair.State == GroupState.Active
                && member.PersonId == personId && member.Part == GroupPart.Buddy && member.State == MembershipState.Active
            select pair).CountAsync(ct);
        return supported >= design.Find<BuddiesSection>()!.Capacity;
    }
}
