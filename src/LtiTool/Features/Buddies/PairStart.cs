using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Groups;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>A pair begins, by whatever door the buddy comes in: who says yes to what they were asked.</summary>
internal static class PairStart
{
    /// <summary>
    /// Begins it. False, and nothing is changed, for the learner themselves, for whoever supports enough people already, and where the
    /// invitation is not open or not theirs.
    /// </summary>
    public static async Task<bool> AcceptAsync(BuddyDbContext db, BuddyPair pair, Guid personId, JourneyChange change, CancellationToken ct)
    {
        var owner = pair.Group.OwnerId!.Value;
        if (pair.LearnerId == personId || change.Learner(owner) is not { } learner || learner.Design.Find<BuddiesSection>() is null
            || await BuddyCapacity.IsFullAsync(db, pair.Group.JourneyId, personId, learner.Design, ct)
            || !pair.Invitation.Accept(personId, change.Now) || !pair.Group.Join(personId, GroupPart.Buddy, change.Now))
        {
            return false;
        }

        change.Happened(owner, new BuddyAccepted(pair.Group.Id, pair.Invitation.EventId));
        return true;
    }
}
