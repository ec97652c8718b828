using System.Globalization;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Pages;

/// <summary>What a teacher changes in a course.</summary>
internal static class CourseActions
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var course = routes.MapGroup("/{school}/as/{person}/courses/{course}");
        course.MapPost("/plain", (HttpContext http, DemoWorld world, CourseWork work) => Act(http, world, visit =>
        {
            work.AddBareLink(visit.School, visit.Course!);
            return PageAddress.Course(visit.School, visit.Person, visit.Course!);
        }));
        course.MapPost("/copy", (HttpContext http, DemoWorld world, CourseWork work) => Act(http, world, visit =>
            PageAddress.Course(visit.School, visit.Person, work.Copy(visit.School, visit.Course!))));
        course.MapPost("/disclosure", async (HttpContext http, DemoWorld world) =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return Act(http, world, visit =>
            {
                visit.Course!.Disclosure = Enum.TryParse<Disclosure>(form["disclosure"], out var asked) ? asked : visit.Course.Disclosure;
                return PageAddress.Course(visit.School, visit.Person, visit.Course);
            });
        });
        course.MapPost("/people/{sub}/{change}", (string sub, string change, HttpContext http, DemoWorld world) => Act(http, world, visit =>
        {
            if (visit.Course!.FindEnrolment(sub) is { } enrolment)
                visit.Course.Enrol(enrolment with { IsSuspended = change == "suspend" });
            return PageAddress.People(visit.School, visit.Person, visit.Course);
        }));
        course.MapPost("/grades/{item:int}/{sub}", async (int item, string sub, HttpContext http, DemoWorld world, CourseWork work) =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return Act(http, world, visit =>
            {
                double? score = double.TryParse(form["score"], CultureInfo.InvariantCulture, out var points) ? points : null;
                if (visit.Course!.FindLineItem(item) is { } column)
                    work.ChangeMark(column, sub, score, form["comment"].ToString());
                return PageAddress.Grades(visit.School, visit.Person, visit.Course);
            });
        });
    }

    private static IResult Act(HttpContext http, DemoWorld world, Func<Visit, string> act) =>
        Visit.Of(http, world) is { Course: not null, IsStaff: true } visit ? Results.Redirect(act(visit)) : ErrorPage.NotFound();
}
