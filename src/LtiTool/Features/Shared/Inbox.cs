using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Sessions;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>How much waits in the person's inbox.</summary>
internal sealed class Inbox(BuddyDbContext db, SessionQueries queries, CurrentSession me)
{
    /// <summary>Nudges that came and were not settled.</summary>
    public Task<int> CountAsync() => queries.WaitingNudges(db, me.JourneyId!.Value, me.PersonId);
}
