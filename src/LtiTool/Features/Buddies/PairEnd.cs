using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Groups;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>A pair ends, whoever wants it: talks that lie ahead are called off, and what was done stays.</summary>
internal static class PairEnd
{
    /// <summary>Ends it. False when it had ended.</summary>
    public static async Task<bool> EndAsync(BuddyDbContext db, Group pair, JourneyChange change, CancellationToken ct)
    {
        if (pair.State != GroupState.Active)
        {
            return false;
        }

        var owner = pair.OwnerId!.Value;
        foreach (var meeting in await db.Meetings.Where(one => one.GroupId == pair.Id && one.State == MeetingState.Planned).ToListAsync(ct))
        {
            meeting.Cancel(change.Now);
            change.Happened(owner, new MeetingCancelled(TalkHeld.Reference(meeting)));
        }

        pair.End(change.Now);
        change.Happened(owner, new BuddyLeft(pair.Id));
        return true;
    }
}
