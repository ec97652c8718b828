using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Sessions;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>How much waits in the person's inbox.</summary>
public sealed class Inbox(BuddyDbContext db, CurrentSession me)
{
    private static readonly Func<BuddyDbContext, Guid, Guid, Task<int>> Waiting = EF.CompileAsyncQuery(
        (BuddyDbContext db, Guid journeyId, Guid personId) =>
            (from nudge in db.Nudges
             join participation in db.Participations on nudge.ParticipationId equals participation.Id
             where participation.JourneyId == journeyId && participation.PersonId == personId && nudge.SentAt != null && nudge.SettledAt == null
             select nudge).Count());

    /// <summary>Nudges that came and were not settled.</summary>
    public Task<int> CountAsync() => Waiting(db, me.JourneyId!.Value, me.PersonId);
}
