using System.Globalization;
using LearningBuddy.DemoLms.Oidc;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Personalities;

/// <summary>Moodle's substitution variables and what it does to the names and values of custom parameters.</summary>
internal static class MoodleVariables
{
    /// <summary>The second spelling of a key: lower case, everything but letters and digits an underscore.</summary>
    public static string Lowered(string key) => string.Concat(key.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    /// <summary>
    /// A value is kept as one line of text, so a line break cuts it; <c>\$</c> keeps a dollar sign;
    /// a variable of the link is null where there is no link yet.
    /// </summary>
    public static string? Resolve(string value, LaunchContext context)
    {
        var line = value.Split('\n')[0].TrimEnd('\r');
        if (line.StartsWith("\\$", StringComparison.Ordinal))
            return line[1..];
        if (context.Launch.Activity is null && line is "$ResourceLink.id" or "$ResourceLink.title" or "$ResourceLink.description")
            return null;
        return CustomParameters.Resolve(line, context);
    }

    public static string? Substitute(string name, Moodle moodle, LaunchContext context)
    {
        var launch = context.Launch;
        var course = launch.Course;
        return name switch
        {
            "Context.id" => course.Id,
            "Context.title" or "CourseSection.title" => course.Title,
            "Context.label" or "CourseSection.label" => course.Label,
            "CourseSection.sourcedId" or "Context.sourcedId" => course.SourcedId,
            "Context.id.history" => string.Join(',', course.History),
            "Context.timeFrame.begin" => course.StartsAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            "CourseSection.timeFrame.begin" => course.StartsAt.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
            "CourseSection.timeFrame.end" or "CourseSection.longDescription" or "Context.longDescription" => "",
            "ResourceLink.id" => launch.Activity?.Id,
            "ResourceLink.title" => launch.Activity?.Title,
            "ResourceLink.description" => launch.Activity?.Text,
            "LineItems.url" => moodle.LineItemsUrl(context.BaseUrl, launch.School, course),
            "LineItem.url" => launch.Activity is { } activity && course.LineItemsOf(activity) is [var first, ..]
                ? moodle.LineItemUrl(context.BaseUrl, launch.School, course, first) : "",
            "ToolProxyBinding.memberships.url" => moodle.MembershipsUrl(context.BaseUrl, launch.School, course),
            "Moodle.Person.userGroupIds" => "",
            "Membership.role" => MembershipRole(launch),
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
            "User.username" => person.Username,
            "Person.name.full" => named ? person.Name : "",
            "Person.name.given" => named ? person.GivenName : "",
            "Person.name.family" => named ? person.FamilyName : "",
            "Person.email.primary" => context.Disclosure.HasFlag(Disclosure.Email) ? person.Email ?? "" : "",
            "Person.sourcedId" => named ? person.SourcedId : "",
            "Person.address.timezone" => person.TimeZone,
            _ => null,
        };
    }

    private static string MembershipRole(PreparedLaunch launch) => launch.Person.IsAdministrator
        ? "Instructor,urn:lti:sysrole:ims/lis/Administrator,urn:lti:instrole:ims/lis/Administrator"
        : launch.Enrolment?.Role is CourseRole.Teacher or CourseRole.Assistant ? "Instructor" : "Learner";
}
