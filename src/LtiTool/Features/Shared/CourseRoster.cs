using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>Who else learns in the course.</summary>
internal sealed class CourseRoster(BuddyDbContext db, RosterSync sync, CurrentSession me)
{
    private const int MostShown = 1000;

    /// <summary>
    /// The other active learners with names, in the order of names, the first thousand of them; the roster is read first when it is stale.
    /// </summary>
    public async Task<Paged<Person>> LearnersAsync(CancellationToken ct)
    {
        await sync.RefreshAsync(me.CourseId, ct);
        return await (
            from enrolment in db.Enrolments
            join person in db.People on enrolment.PersonId equals person.Id
            where enrolment.CourseId == me.CourseId
                && enrolment.IsActive
                && !enrolment.IsTestUser
                && enrolment.Role == EnrolmentRole.Learner
                && person.Id != me.PersonId && (person.Name != null || person.ChosenName != null)
            orderby person.Name ?? person.ChosenName, person.Id
            select person).AsNoTracking().PageAsync(null, ct, MostShown);
    }
}
