using System.Linq.Expressions;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>Somebody becomes a learning buddy: by answering an invitation, or by a code. The number a person may accompany holds even when two press at once.</summary>
public sealed class BuddyAcceptance(BuddyDbContext db, JourneyWriter writer, CurrentSession me)
{
    /// <summary>Accepts the one open invitation that fits; false when there is none, or the person accompanies enough people already.</summary>
    public Task<bool> AcceptAsync(Expression<Func<BuddyPair, bool>> which, CancellationToken ct) => writer.WriteAsync(
        async change =>
        {
            await writer.LockAsync(me.PersonId, ct);
            var pair = await db.BuddyPairs.SingleOrDefaultAsync(which, ct);
            var participation = pair is null ? null : await db.Participations.SingleAsync(p => p.Id == pair.ParticipationId, ct);
            if (participation is null || participation.JourneyId != me.JourneyId || participation.PersonId == me.PersonId)
            {
                return false;
            }

            await writer.LockAsync(pair!.Id, ct);
            await db.Entry(pair).ReloadAsync(ct);
            if (await IsFullAsync(ct) || !pair.Accept(me.PersonId, change.Now))
            {
                return false;
            }

            change.Happened(participation, me.PersonId, new JourneyEvent.BuddyAccepted(pair.Id, pair.InvitationEventId));
            return true;
        },
        ct);

    private async Task<bool> IsFullAsync(CancellationToken ct)
    {
        var accompanied = await (
            from pair in db.BuddyPairs
            join participation in db.Participations on pair.ParticipationId equals participation.Id
            where pair.BuddyId == me.PersonId && pair.State == BuddyPairState.Active && participation.JourneyId == me.JourneyId
            select pair).CountAsync(ct);
        return accompanied >= me.Definition!.Buddy.Capacity;
    }
}
