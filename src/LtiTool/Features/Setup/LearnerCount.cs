using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>How many learners the course has, as far as is known: those of the roster, and those who came in.</summary>
public sealed class LearnerCount(BuddyDbContext db, CurrentSession me)
{
    /// <summary>0 where the launch was outside of a course or nobody is known yet.</summary>
    public async Task<int> CountAsync() => !me.HasCourse ? 0 : await db.Enrolments.CountAsync(enrolment =>
        enrolment.CourseId == me.CourseId && enrolment.IsActive && !enrolment.IsTestUser && enrolment.Role == EnrolmentRole.Learner);
}
