using System.Linq.Expressions;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
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
            Subjects.Of(owner).And(me.PersonId),
            me.Actor,
            async change => await BuddyPair.FindAsync(db, groupId, ct) is { } pair
                && await PairStart.AcceptAsync(db, pair, me.PersonId, change, ct),
            ct);
    }
}
