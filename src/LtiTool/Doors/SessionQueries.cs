using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Journeys;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// Questions of many pages, compiled once. They belong to one database, so this is a singleton of the host and not static.
/// </summary>
internal sealed class SessionQueries
{
    /// <summary>A person's participation in a journey.</summary>
    public Func<BuddyDbContext, Guid?, Guid, Task<Participation?>> Participation { get; } = EF.CompileAsyncQuery(
        (BuddyDbContext db, Guid? journeyId, Guid personId) =>
            db.Participations.AsNoTracking()
                .SingleOrDefault(participation => participation.JourneyId == journeyId && participation.PersonId == personId));
}
