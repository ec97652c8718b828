using LearningBuddy.DemoLms.Mail;
using LearningBuddy.DemoLms.Oidc;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Api;

/// <summary>The world as JSON, for scripts and load generators.</summary>
internal static class WorldEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => "ok");
        routes.MapGet("/health/ready", (DemoWorld world) => Array.TrueForAll([.. world.Schools], s => s.Tool is { IsActive: true })
            ? Results.Text("ready")
            : Results.Text("the tool isn't registered everywhere", statusCode: 503));
        routes.MapGet("/api/world", (DemoWorld world, MailFolder folder) => Results.Json(new
        {
            now = world.Clock.GetUtcNow(),
            offsetSeconds = (long)world.Clock.Offset.TotalSeconds,
            schools = world.Schools.Select(s => Describe(world, s)),
            receivedScores = world.ReceivedScores,
            mailbox = folder.Mails().Select(m => new { m.Id, m.From, m.To, m.Subject, m.At, m.Text }),
        }));
        routes.MapPost("/api/launches", Launch);
    }

    /// <summary>Prepares a launch and answers with the form a browser would post to the tool.</summary>
    private static IResult Launch(LaunchRequest asked, DemoWorld world, LaunchDesk desk)
    {
        if (world.FindSchool(asked.School) is not { Tool.IsActive: true } school
            || school.FindPerson(asked.Person) is not { } person || school.FindCourse(asked.Course) is not { } course)
            return Results.NotFound();
        var activity = asked.Activity is null ? null : course.FindActivity(asked.Activity);
        var forUser = asked.ForUser is null ? null : school.FindPerson(asked.ForUser);
        var kind = (activity, forUser) switch
        {
            (null, _) => LaunchKind.DeepLinking,
            (_, null) => LaunchKind.ResourceLink,
            _ => LaunchKind.SubmissionReview,
        };
        return Results.Json(desk.Prepare(new PreparedLaunch(school, kind, person, course, activity, forUser, asked.Target ?? "iframe")));
    }

    private static object Describe(DemoWorld world, School school) => new
    {
        school.Slug,
        school.Title,
        Family = school.Platform.Personality.Family,
        Issuer = world.IssuerOf(school.Platform),
        school.Tool?.ClientId,
        IsActive = school.Tool?.IsActive ?? false,
        People = school.People.Select(p => new { p.Sub, p.Username, p.Name, p.Email, p.Locale, p.IsAdministrator, p.IsTestStudent }),
        Courses = school.Courses.Select(c => new
        {
            c.Id,
            c.Number,
            c.Label,
            c.Title,
            c.DeploymentId,
            c.History,
            Disclosure = c.Disclosure.ToString(),
            People = c.Enrolments.Select(e => new { e.Person.Sub, Role = e.Role.ToString(), e.IsSuspended }),
            Activities = c.Activities.Select(a => new { a.Id, a.Title, a.Url, Custom = a.Custom.ToDictionary(k => k.Key, k => k.Value) }),
            LineItems = c.LineItems.Select(i => new { i.Number, i.Label, i.ScoreMaximum, i.ResourceId, i.Tag, i.ActivityId, i.Grades }),
        }),
    };

    /// <summary>Who wants to launch what; no activity means deep linking, a learner means submission review.</summary>
    internal sealed record LaunchRequest(string School, string Person, string Course, string? Activity, string? ForUser, string? Target);
}
