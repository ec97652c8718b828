using System.Globalization;
using LearningBuddy.DemoLms.Oidc;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Personalities;

/// <summary>Canvas's substitution variables, those a journey tool may ask for.</summary>
internal static class CanvasVariables
{
    public static string? Substitute(string name, LaunchContext context)
    {
        var launch = context.Launch;
        var course = launch.Course;
        return name switch
        {
            "Context.id" => course.Id,
            "Context.title" or "Canvas.course.name" => course.Title,
            "Context.id.history" => string.Join(',', course.History.Select(Uri.EscapeDataString)),
            "Canvas.course.id" => course.Number.ToString(CultureInfo.InvariantCulture),
            "Canvas.course.startAt" => ToIso(course.StartsAt),
            "Canvas.course.endAt" => "",
            "Canvas.membership.roles" => CanvasRole(launch.Enrolment?.Role),
            "Canvas.api.domain" => new Uri(context.BaseUrl).Authority,
            "com.instructure.contextLabel" => course.Label,
            "ResourceLink.id" => launch.Activity?.Id ?? "",
            "ResourceLink.title" or "Canvas.assignment.title" => launch.Activity?.Title ?? "",
            "ResourceLink.description" => launch.Activity?.Text ?? "",
            "ResourceLink.available.startDateTime" => ToIso(launch.Activity?.AvailableFrom),
            "ResourceLink.available.endDateTime" => "",
            "ResourceLink.submission.endDateTime" or "Canvas.assignment.dueAt.iso8601" => ToIso(launch.Activity?.DueAt),
            _ => SubstitutePerson(name, context),
        };
    }

    private static string? SubstitutePerson(string name, LaunchContext context)
    {
        var person = context.Launch.Person;
        var named = context.Disclosure.HasFlag(Disclosure.Names);
        return name switch
        {
            "User.id" => person.Sub,
            "User.username" or "Canvas.user.loginId" => person.Username,
            "Message.locale" => person.Locale,
            "Person.name.full" => named ? person.Name : "",
            "Person.name.given" => named ? person.GivenName : "",
            "Person.name.family" => named ? person.FamilyName : "",
            "Person.email.primary" => context.Disclosure.HasFlag(Disclosure.Email) ? person.Email ?? "" : "",
            "Person.address.timezone" => person.TimeZone,
            "com.instructure.User.student_view" => person.IsTestStudent ? "true" : "false",
            _ => null,
        };
    }

    private static string CanvasRole(CourseRole? role) => role switch
    {
        CourseRole.Teacher => "TeacherEnrollment",
        CourseRole.Assistant => "TaEnrollment",
        CourseRole.Observer => "ObserverEnrollment",
        CourseRole.Learner => "StudentEnrollment",
        _ => "",
    };

    private static string ToIso(DateTimeOffset? at) =>
        at?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "";
}
