using System.Text.Json;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// Somebody in a course (NRPS 2.0, 2.2). The role may differ from that of the same person's launch, and then the launch is right.
/// </summary>
/// <param name="Subject">The same as <c>sub</c> of the person's launches.</param>
/// <param name="Role">In this course.</param>
/// <param name="Status">Whether they take part now.</param>
/// <param name="Names">Each null where the platform hides it.</param>
/// <param name="IsTestUser">A teacher looking through a student's eyes.</param>
public sealed record RosterMember(string Subject, CourseRole Role, RosterStatus Status, LtiPersonNames Names, bool IsTestUser)
{
    /// <summary>Reads one, or null when it does not say who it is, or by a name that no launch may have.</summary>
    internal static RosterMember? Read(JsonElement json, StandardLms lms)
    {
        if (json.ValueKind != JsonValueKind.Object || json.Id("user_id") is not { Length: <= JsonClaims.LongestId } subject)
        {
            return null;
        }

        var roles = json.Texts("roles");
        return new(
            subject,
            CourseRoles.Of(roles),
            json.Text("status") switch { "Inactive" => RosterStatus.Inactive, "Deleted" => RosterStatus.Deleted, _ => RosterStatus.Active },
            new(
                lms.RosterName(json.Words("name")), lms.RosterName(json.Words("given_name")), lms.RosterName(json.Words("family_name")),
                json.Words("email"), json.Address("picture")),
            CourseRoles.HoldsTestUser(roles));
    }
}

/// <summary>NRPS 2.0, 2.3.1; not saying anything means active.</summary>
public enum RosterStatus
{
    /// <summary>Takes part.</summary>
    Active,

    /// <summary>Suspended.</summary>
    Inactive,

    /// <summary>No longer in the course.</summary>
    Deleted,
}

/// <summary>Who is in a course.</summary>
/// <param name="Members">Each person once.</param>
/// <param name="IsComplete">
/// True when the last page was reached and every entry said who it is: only then does missing mean gone.
/// </param>
public sealed record CourseRoster(IReadOnlyList<RosterMember> Members, bool IsComplete);
