using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>Questions of many pages, compiled once. They belong to one database, so this is a singleton of the host and not static.</summary>
internal sealed class SessionQueries
{
    /// <summary>A person's participation in a journey.</summary>
    public Func<BuddyDbContext, Guid?, Guid, Task<Participation?>> Participation { get; } = EF.CompileAsyncQuery(
        (BuddyDbContext db, Guid? journeyId, Guid personId) =>
            db.Participations.SingleOrDefault(participation => participation.JourneyId == journeyId && participation.PersonId == personId));

    /// <summary>Learners who wait for a person's answer to their invitation, the longest wait first.</summary>
    public Func<BuddyDbContext, Guid, Guid, DateTimeOffset, IAsyncEnumerable<Person>> InvitedBy { get; } = EF.CompileAsyncQuery(
        (BuddyDbContext db, Guid journeyId, Guid personId, DateTimeOffset now) =>
            (from pair in db.BuddyPairs
             join participation in db.Participations on pair.ParticipationId equals participation.Id
             join learner in db.People on participation.PersonId equals learner.Id
             where pair.BuddyId == personId && pair.State == BuddyPairState.Invited && pair.ExpiresAt > now && participation.JourneyId == journeyId
             orderby pair.InvitedAt
             select learner).AsNoTracking().Take(10));
}
