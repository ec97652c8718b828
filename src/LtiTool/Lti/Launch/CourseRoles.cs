namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// What somebody may do in this course, from the role texts of a launch or a roster (LTI 1.3 Core, appendix A.2).
/// Only roles in the context count: a teacher of the institution is not a teacher of every course. The most privileged one wins,
/// except that a teaching assistant stays one although platforms send <c>Instructor</c> beside it. Unknown roles count for nothing.
/// </summary>
internal static class CourseRoles
{
    private const string Membership = "http://purl.imsglobal.org/vocab/lis/v2/membership";
    private const string DeprecatedMembership = "urn:lti:role:ims/lis/";
    private const string TestUser = "http://purl.imsglobal.org/vocab/lti/system/person#TestUser";

    /// <summary>The role in the course.</summary>
    public static CourseRole Of(IReadOnlyList<string> roles)
    {
        var best = CourseRole.Guest;
        var assists = false;
        var teachesOtherwise = false;
        foreach (var role in roles)
        {
            if (NameInContext(role) is not { } name)
            {
                continue;
            }

            var one = Of(name);
            assists |= one == CourseRole.TeachingAssistant;
            teachesOtherwise |= one == CourseRole.Instructor && name != "Instructor";
            best = one > best ? one : best;
        }

        return assists && !teachesOtherwise ? CourseRole.TeachingAssistant : best;
    }

    /// <summary>Whether this is a teacher looking through a student's eyes.</summary>
    public static bool HoldsTestUser(IReadOnlyList<string> roles)
    {
        foreach (var role in roles)
        {
            if (role == TestUser)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The part after the membership vocabulary: <c>Learner</c>, or <c>Instructor#TeachingAssistant</c>; null for other vocabularies.
    /// </summary>
    private static string? NameInContext(string role)
    {
        if (role.StartsWith(Membership, StringComparison.Ordinal) && role.Length > Membership.Length + 1)
        {
            return role[Membership.Length] is '#' or '/' ? role[(Membership.Length + 1)..] : null;
        }

        if (role.StartsWith(DeprecatedMembership, StringComparison.Ordinal))
        {
            return role[DeprecatedMembership.Length..].Replace('/', '#');
        }

        return role.AsSpan().IndexOfAny(':', '#', '/') < 0 ? role : null;
    }

    private static CourseRole Of(string name) => name switch
    {
        "Instructor#Grader" => CourseRole.TeachingAssistant,
        _ when name.StartsWith("Instructor#TeachingAssistant", StringComparison.Ordinal) => CourseRole.TeachingAssistant,
        "Instructor" or "Administrator" => CourseRole.Instructor,
        _ when IsBelow(name, "Instructor#") || IsBelow(name, "Administrator#") => CourseRole.Instructor,
        "ContentDeveloper" => CourseRole.Designer,
        _ when IsBelow(name, "ContentDeveloper#") => CourseRole.Designer,
        "TeachingAssistant" => CourseRole.TeachingAssistant,
        "Learner" => CourseRole.Learner,
        _ when IsBelow(name, "Learner#") => CourseRole.Learner,
        "Mentor" => CourseRole.Mentor,
        _ when IsBelow(name, "Mentor#") => CourseRole.Mentor,
        _ => CourseRole.Guest,
    };

    private static bool IsBelow(string name, string principal) => name.StartsWith(principal, StringComparison.Ordinal);
}
