using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Spine.Due;

/// <summary>An invitation that nobody answered runs out, and the pair that never came about ends.</summary>
internal sealed class InvitationExpiryDue(JourneyWriter writer, BuddyDbContext db) : LearnerDue(writer)
{
    protected override async ValueTask<JourneyEvent?> DecideAsync(
        LearnerState learner, Guid subject, JourneyChange change, CancellationToken ct)
    {
        if (learner.Design.Find<BuddiesSection>() is null
            || await db.Invitations.SingleOrDefaultAsync(invitation => invitation.Id == subject, ct) is not { } invitation
            || !invitation.Expire(change.Now))
        {
            return null;
        }

        var group = await db.Groups.Include(group => group.Members).SingleAsync(group => group.Id == invitation.GroupId, ct);
        group.End(change.Now);
        return new BuddyInvitationExpired(group.Id, invitation.EventId);
    }
}
