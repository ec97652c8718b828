using LearningBuddy.DemoLms.Oidc;
using LearningBuddy.DemoLms.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LearningBuddy.DemoLms.Pages;

/// <summary>The LMS's pages for people.</summary>
internal static class PageEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", IResult () => new RazorComponentResult<StartPage>());
        routes.MapGet("/control", IResult () => new RazorComponentResult<ControlPage>());

        var visits = routes.MapGroup("/{school}/as/{person}");
        visits.MapGet("", (HttpContext http, DemoWorld world) => Show<CoursesPage>(http, world));
        visits.MapGet("/courses/{course}", (HttpContext http, DemoWorld world) => Show<CoursePage>(http, world));
        visits.MapGet("/courses/{course}/grades", (HttpContext http, DemoWorld world) => Show<GradebookPage>(http, world));
        visits.MapGet("/courses/{course}/people", (HttpContext http, DemoWorld world) => Show<PeoplePage>(http, world));
        visits.MapGet("/courses/{course}/add", (HttpContext http, DemoWorld world, LaunchDesk desk) =>
            Visit.Of(http, world) is { Course: { } course, IsStaff: true } visit
                ? Launch(
                    visit, new PreparedLaunch(visit.School, LaunchKind.DeepLinking, visit.Person, course, null), "Choose what to add", desk)
                : ErrorPage.NotFound());
        visits.MapGet(
            "/courses/{course}/activities/{activity}", (HttpContext http, DemoWorld world, LaunchDesk desk) => Open(http, world, desk));
        visits.MapGet(
            "/courses/{course}/activities/{activity}/review/{learner}",
            (string learner, HttpContext http, DemoWorld world, LaunchDesk desk) =>
                Visit.Of(http, world) is { Course: { } course, Activity: { } activity, IsStaff: true } visit
                    && visit.School.FindPerson(learner) is { } forUser
                    ? Launch(
                        visit,
                        new PreparedLaunch(visit.School, LaunchKind.SubmissionReview, visit.Person, course, activity, forUser),
                        activity.Title,
                        desk)
                    : ErrorPage.NotFound());
    }

    private static IResult Show<TPage>(HttpContext http, DemoWorld world)
        where TPage : Microsoft.AspNetCore.Components.IComponent =>
        Visit.Of(http, world) is { } visit ? Visit.Page<TPage>(visit) : ErrorPage.NotFound();

    /// <summary>In a frame, or alone in this window.</summary>
    private static IResult Open(HttpContext http, DemoWorld world, LaunchDesk desk)
    {
        if (Visit.Of(http, world) is not { Course: { } course, Activity: { } activity } visit)
            return ErrorPage.NotFound();
        var inOwnWindow = activity.OpensInWindow || http.Request.Query.ContainsKey("window");
        var target = visit.School.Platform.Personality.DocumentTargetOf(activity, inOwnWindow);
        var launch = new PreparedLaunch(visit.School, LaunchKind.ResourceLink, visit.Person, course, activity, DocumentTarget: target);
        if (!inOwnWindow)
            return Launch(visit, launch, activity.Title, desk, http.Request.Path + "?window=1");
        if (visit.School.Tool is not { IsActive: true })
            return NotActive();
        var login = desk.Prepare(launch);
        return Wire.FormPost.To(login.Action, login.Fields);
    }

    private static IResult Launch(Visit visit, PreparedLaunch launch, string heading, LaunchDesk desk, string? windowAddress = null)
    {
        if (visit.School.Tool is not { IsActive: true })
            return NotActive();
        return new RazorComponentResult<LaunchPage>(new Dictionary<string, object?>
        {
            ["Visit"] = visit,
            ["Heading"] = heading,
            ["Login"] = desk.Prepare(launch),
            ["WindowAddress"] = windowAddress,
        });
    }

    private static IResult NotActive() =>
        ErrorPage.Show("The tool isn't here yet", "It hasn't registered at this school, or waits to be activated.", 503);
}
