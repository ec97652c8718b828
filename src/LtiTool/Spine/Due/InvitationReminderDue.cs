using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Spine.Due;

/// <summary>An invitation that its person has not answered is brought up again, once.</summary>
internal sealed class InvitationReminderDue(JourneyWriter writer, BuddyDbContext db) : LearnerDue(writer)
{
    protected override async ValueTask<JourneyEvent?> DecideAsync(
        LearnerState learner, Guid subject, JourneyChange change, CancellationToken ct) =>
        learner.Design.Find<BuddiesSection>() is not null
        && await db.Invitations.SingleOrDefaultAsync(invitation => invitation.Id == subject, ct) is { } invitation
        && invitation.Remind(change.Now)
            ? new BuddyReminded(invitation.GroupId, invitation.EventId)
            : null;
}
