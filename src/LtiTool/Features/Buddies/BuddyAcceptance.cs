using System.Linq.Expressions;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Groups;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>
/// Somebody becomes a learning buddy: by answering an invitation, or by a code. The number a person may
/// support holds even when two press at once.
/// </summary>
public sealed class BuddyAcceptance(BuddyDbContext db, JourneyWriter writer, CurrentSession me)
{
    /// <summary>Accepts the newest invitation that fits; false when none is open, or the person supports enough people already.</summary>
    public async Task<bool> AcceptAsync(Expression<Func<Invitation, bool>> which, CancellationToken ct)
    {
        var groupId = await db.Invitations.Where(which).OrderByDescending(invitation => invitation.AskedAt)
            .Select(invitation => invitation.GroupId).FirstOrDefaultAsync(ct);
        if (await BuddyPair.OwnerOfAsync(db, groupId, me.JourneyId!.Value, ct) is not { } owner)
        {
            return false;
        }

        return await writer.ChangeAsync(
            Subjects.Of(owner).And(me.PersonId), me.Actor, change => AcceptAsync(groupId, owner, change, ct), ct);
    }

    private async Task<bool> AcceptAsync(Guid groupId, Guid owner, JourneyChange change, CancellationToken ct)
    {
        if (await BuddyPair.FindAsync(db, groupId, ct) is not { } pair || pair.LearnerId == me.PersonId
            || await BuddyCapacity.IsFullAsync(db, pair.Group.JourneyId, me.PersonId, me.Design!, ct)
            || !pair.Invitation.Accept(me.PersonId, change.Now) || !pair.Group.Join(me.PersonId, GroupPart.Buddy, change.Now))
        {
            return false;
        }

        change.Happened(owner, new BuddyAccepted(groupId, pair.Invitation.EventId));
        return true;
    }
}
