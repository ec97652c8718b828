using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Groups;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>A buddy pair with its invitation.</summary>
/// <param name="Group">The pair.</param>
/// <param name="Invitation">How it came about.</param>
/// <param name="LearnerId">The learner.</param>
internal sealed record BuddyPair(Group Group, Invitation Invitation, Guid LearnerId)
{
    /// <summary>The participation of a pair in this journey; never changes. Null when there is no such pair.</summary>
    public static Task<Guid?> OwnerOfAsync(BuddyDbContext db, Guid id, Guid journeyId, CancellationToken ct) => db.Groups
        .Where(group => group.Id == id && group.JourneyId == journeyId && group.Kind == GroupKind.BuddyPair)
        .Select(group => group.OwnerId)
        .SingleOrDefaultAsync(ct);

    /// <summary>Loads a pair to change it, or null.</summary>
    public static async Task<BuddyPair?> FindAsync(BuddyDbContext db, Guid id, CancellationToken ct)
    {
        var found = await (
            from grouped in db.Groups.Include(grouped => grouped.Members)
            join invitation in db.Invitations on grouped.Id equals invitation.GroupId
            join participation in db.Participations on grouped.OwnerId equals participation.Id
            where grouped.Id == id
            select new { grouped, invitation, participation.PersonId }).SingleOrDefaultAsync(ct);
        return found is null ? null : new BuddyPair(found.grouped, found.invitation, found.PersonId);
    }
}
