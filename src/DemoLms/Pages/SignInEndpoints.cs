using System.Globalization;
using LearningBuddy.DemoLms.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LearningBuddy.DemoLms.Pages;

/// <summary>
/// The LMSs' own addresses, as tools write them into mails. They don't say who one is: a real LMS asks for a password there, this one asks
/// which of the course's people is there.
/// </summary>
internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        // Moodle's l is the number of the LTI activity, which tools know as the resource link's id.
        routes.MapGet("/moodle/mod/lti/view.php", (string? l, DemoWorld world) =>
        {
            var pages =
                from school in world.SchoolsOf("/moodle")
                from course in school.Courses
                let activity = course.FindActivity(l ?? "")
                where activity is not null
                select Page(school, course, activity);
            return pages.FirstOrDefault() ?? NotFound();
        });
        // All schools of this Canvas share a host and count their courses together.
        routes.MapGet("/canvas/courses/{number}", (string number, DemoWorld world) =>
        {
            var pages =
                from school in world.SchoolsOf("/canvas")
                from course in school.Courses
                where course.Number.ToString(CultureInfo.InvariantCulture) == number
                select Page(school, course, activity: null);
            return pages.FirstOrDefault() ?? NotFound();
        });
    }

    private static IResult Page(School school, Course course, Activity? activity) =>
        new RazorComponentResult<SignInPage>(new { School = school, Course = course, Activity = activity });

    private static IResult NotFound() => ErrorPage.Show(
        "Not here",
        "There is nothing at this address. When the demo LMS stops, it forgets what was added to its courses. "
            + "Mails from before lead nowhere.",
        404);
}
