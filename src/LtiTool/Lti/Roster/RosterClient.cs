using System.Text.Json;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>The roster of a course (NRPS 2.0).</summary>
public sealed class RosterClient
{
    private static readonly string[] ToRead = [LtiScopes.Roster];

    private readonly ServiceCalls calls;

    internal RosterClient(ServiceCalls calls) => this.calls = calls;

    /// <summary>Everybody in a course, all pages.</summary>
    /// <param name="platform">The registration.</param>
    /// <param name="memberships">The address from the launch; its query is kept.</param>
    /// <param name="role">Only people with this role, or null for everybody. It is looked at here: some platforms forget the filter from
    /// the second page on.</param>
    /// <param name="ct">Stops reading.</param>
    /// <exception cref="LtiServiceException">The first page could not be read.</exception>
    public async Task<CourseRoster> ReadAsync(Platform platform, Uri memberships, CourseRole? role, CancellationToken ct)
    {
        var members = new Dictionary<string, RosterMember>(StringComparer.Ordinal);
        var address = ServiceAddress.WithQuery(memberships, "role", UriOf(role));
        var lms = LmsCatalog.Of(platform);
        var allSaidWho = true;
        var complete = await calls.ReadPagesAsync(
            platform, ToRead, address, MediaTypes.Roster, page => allSaidWho &= Collect(page, memberships, members, lms), ct);
        return new([.. members.Values.Where(member => role is null || member.Role == role)], complete && allSaidWho);
    }

    /// <summary>Whether the platform's rosters tell staff from learners as its launches do.</summary>
    public static bool TellsStaffApart(Platform platform) => LmsCatalog.Of(platform).RosterTellsStaffApart;

    private static string? UriOf(CourseRole? role) => role switch
    {
        CourseRole.Learner => "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner",
        CourseRole.Instructor => "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor",
        _ => null,
    };

    /// <summary>
    /// A person may stand on two pages when somebody joined between them; the later entry counts. An object without <c>members</c> is no
    /// roster (NRPS 2.0, 2.2), least of all an empty one.
    /// </summary>
    /// <returns>Whether every entry said who it is.</returns>
    private static bool Collect(JsonElement page, Uri address, Dictionary<string, RosterMember> members, StandardLms lms)
    {
        var list = page.ValueKind == JsonValueKind.Object && page.TryGetProperty("members", out var named) ? named : default;
        var allSaidWho = true;
        foreach (var entry in list.ListOf("members", address))
        {
            if (RosterMember.Read(entry, lms) is { } member)
            {
                members[member.Subject] = member;
            }
            else
            {
                allSaidWho = false;
            }
        }

        return allSaidWho;
    }
}
