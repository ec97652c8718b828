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
        var supported = await Supporting(db, journeyId).CountAsync(supporter => supporter == personId, ct);
        return supported >= design.Find<BuddiesSection>()!.Capacity;
    }

    /// <summary>Who supports learners of a journey, once for each of them, as a part of a question.</summary>
    public static IQueryable<Guid> Supporting(BuddyDbContext db, Guid journeyId) =>
        from pair in db.Groups
        join member in db.Memberships on pair.Id equals member.GroupId
        where pair.JourneyId == journeyId && pair.Kind == GroupKind.BuddyPair && pair.State == GroupState.Active
            && member.Part == GroupPart.Buddy && member.State == MembershipState.Active
        select member.PersonId;
}
