using LearningBuddy.DemoLms.World;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LearningBuddy.DemoLms.Pages;

/// <summary>Who looks at what.</summary>
public sealed record Visit(School School, Person Person, Course? Course, Activity? Activity)
{
    public Enrolment? Enrolment => Course?.FindEnrolment(Person.Sub);

    /// <summary>May add activities and change marks.</summary>
    public bool IsStaff => Person.IsAdministrator || Enrolment?.Role is CourseRole.Teacher or CourseRole.Assistant;

    public string RoleName => (Person, Enrolment?.Role) switch
    {
        ({ IsTestStudent: true }, _) => "Student View",
        ({ IsAdministrator: true }, _) => "Administrator",
        (_, CourseRole.Teacher) => "Teacher",
        (_, CourseRole.Assistant) => School.Platform.Personality.Family == "canvas" ? "Teaching assistant" : "Non-editing teacher",
        (_, CourseRole.Observer) => "Observer",
        (_, CourseRole.Learner) => "Learner",
        _ => "",
    };

    /// <summary>Reads the route; null when something in it doesn't exist or the person has no business there.</summary>
    public static Visit? Of(HttpContext http, DemoWorld world)
    {
        string? Route(string name) => http.Request.RouteValues[name]?.ToString();
        if (world.FindSchool(Route("school") ?? "") is not { } school || school.FindPerson(Route("person") ?? "") is not { } person)
            return null;
        if (Route("course") is not { } courseId)
            return new Visit(school, person, null, null);
        if (school.FindCourse(courseId) is not { } course
            || (course.FindEnrolment(person.Sub) is null && person is { IsAdministrator: false, IsTestStudent: false }))
            return null;
        if (Route("activity") is not { } activityId)
            return new Visit(school, person, course, null);
        return course.FindActivity(activityId) is { } activity ? new Visit(school, person, course, activity) : null;
    }

    /// <summary>A page of the LMS.</summary>
    public static RazorComponentResult Page<TPage>(Visit visit)
        where TPage : IComponent => new RazorComponentResult<TPage>(new Dictionary<string, object?> { ["Visit"] = visit });
}
