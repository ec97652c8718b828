using LearningBuddy.LtiTool.Data;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>Teachers who look through a student's eyes: marked where they are shown, and left out where people are counted.</summary>
internal static class TestPeople
{
    /// <summary>Their participations in a journey, as a part of a question.</summary>
    public static IQueryable<Guid> In(BuddyDbContext db, Guid journeyId) =>
        from participation in db.Participations
        join journey in db.Journeys on participation.JourneyId equals journey.Id
        join enrolment in db.Enrolments
            on new { journey.CourseId, participation.PersonId } equals new { enrolment.CourseId, enrolment.PersonId }
        where participation.JourneyId == journeyId && enrolment.IsTestUser
        select participation.Id;
}
