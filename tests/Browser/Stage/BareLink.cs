using LearningBuddy.DemoLms.World;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>A link in a school's first course for which nothing is set up, and a learner of that course: every launch of it still ends on a page.</summary>
internal sealed record BareLink(School School, Course Course, Activity Activity, Person Learner)
{
    public static BareLink At(LmsStage lms, string slug)
    {
        var school = lms.World.FindSchool(slug)!;
        var course = school.Courses.First();
        if (course.Activities.FirstOrDefault() is not { } activity)
        {
            activity = new Activity(slug == "moodle" ? "900" : "0b7e3d1c-0000-4000-8000-000000000900", 900, "Practise and prove", "", null, []);
            course.Add(activity);
        }

        return new(school, course, activity, course.Enrolments.First(e => e.Role == CourseRole.Learner).Person);
    }

    public Task OpenAsync(Lms lms) => lms.OpenAsync(School, Learner.Sub, Course, Activity);
}
