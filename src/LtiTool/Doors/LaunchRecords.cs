using System.Collections.Concurrent;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// What a launch leaves in the database: person, course, enrolment, link. One question tells what is known; only what changed is written,
/// so that the number of statements is constant.
/// </summary>
internal sealed class LaunchRecords(TimeProvider clock, IOptions<LtiOptions> options)
{
    private const string UseNonce =
        $"""
         INSERT INTO {Tables.UsedNonce}
           ("{nameof(UsedNonceRow.OwnerId)}", "{nameof(UsedNonceRow.Nonce)}", "{nameof(UsedNonceRow.ExpiresAt)}")
         VALUES (@p0, @p1, @p2) ON CONFLICT DO NOTHING
         """;

    private const string Known =
        $"""
         SELECT p."{nameof(Person.Id)}", p."{nameof(Person.Name)}", p."{nameof(Person.Email)}", p."{nameof(Person.Locale)}",
                p."{nameof(Person.TimeZone)}",
                c."{nameof(Course.Id)}", c."{nameof(Course.Title)}", c."{nameof(Course.MembershipsUrl)}",
                e."{nameof(Enrolment.Role)}", e."{nameof(Enrolment.IsActive)}", e."{nameof(Enrolment.RoleFromLaunch)}",
                e."{nameof(Enrolment.Groups)}",
                j."{nameof(Journey.Id)}", j."{nameof(Journey.DesignId)}" IS NOT NULL, j."{nameof(Journey.LineItemUrl)}",
                j."{nameof(Journey.LineItemsUrl)}", j."{nameof(Journey.DesignId)}", j."{nameof(Journey.LinkedDesignId)}",
                l."{nameof(JourneyLink.LineItemUrl)}"
         FROM (SELECT 1 AS one) AS x
         LEFT JOIN {Tables.Account} a ON a."{nameof(Account.PlatformId)}" = @p0 AND a."{nameof(Account.Name)}" = @p1
         LEFT JOIN {Tables.Person} p ON p."{nameof(Person.Id)}" = a."{nameof(Account.PersonId)}"
         LEFT JOIN {Tables.Course} c ON c."{nameof(Course.PlatformId)}" = @p0 AND c."{nameof(Course.DeploymentId)}" = @p2
           AND c."{nameof(Course.ContextId)}" = @p3
         LEFT JOIN {Tables.Enrolment} e ON e."{nameof(Enrolment.CourseId)}" = c."{nameof(Course.Id)}"
           AND e."{nameof(Enrolment.PersonId)}" = p."{nameof(Person.Id)}"
         LEFT JOIN {Tables.JourneyLink} l ON l."{nameof(JourneyLink.CourseId)}" = c."{nameof(Course.Id)}"
           AND l."{nameof(JourneyLink.ResourceLinkId)}" = @p4
         LEFT JOIN {Tables.Journey} j ON j."{nameof(Journey.Id)}" = COALESCE(l."{nameof(JourneyLink.JourneyId)}",
           (SELECT o."{nameof(Journey.Id)}" FROM {Tables.Journey} o WHERE o."{nameof(Journey.CourseId)}" = c."{nameof(Course.Id)}"
             AND o."{nameof(Journey.ResourceLinkId)}" = @p4))
         """;

    private const string KnownDeployment =
        $"""
         SELECT 1 FROM {Tables.Deployment} WHERE "{nameof(DeploymentRow.PlatformId)}" = @p0 AND "{nameof(DeploymentRow.DeploymentId)}" = @p1
         """;

    private const string NewDeployment =
        $"""
         INSERT INTO {Tables.Deployment}
           ("{nameof(DeploymentRow.PlatformId)}", "{nameof(DeploymentRow.DeploymentId)}", "{nameof(DeploymentRow.FirstSeenAt)}")
         VALUES (@p0, @p1, @p2) ON CONFLICT DO NOTHING
         """;

    private const string NewSession =
        $"""
         INSERT INTO {Tables.Session} ("{nameof(SessionRow.Id)}", "{nameof(SessionRow.HandleHash)}", "{nameof(SessionRow.CookieHash)}",
           "{nameof(SessionRow.PersonId)}", "{nameof(SessionRow.CourseId)}", "{nameof(SessionRow.JourneyId)}",
           "{nameof(SessionRow.PlatformId)}", "{nameof(SessionRow.Role)}", "{nameof(SessionRow.Purpose)}", "{nameof(SessionRow.Facts)}",
           "{nameof(SessionRow.LastSeenAt)}", "{nameof(SessionRow.OpenedAt)}", "{nameof(SessionRow.Door)}")
         VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p10, '{nameof(Door.Launch)}')
         """;

    private const string LaunchNoted =
        $"""UPDATE {Tables.Platform} SET "{nameof(PlatformRow.LastLaunchAt)}" = @p0 WHERE "{nameof(PlatformRow.Id)}" = @p1""";

    private const string ScopesNoted =
        $"""UPDATE {Tables.Platform} SET "{nameof(PlatformRow.Scopes)}" = @p0 WHERE "{nameof(PlatformRow.Id)}" = @p1""";

    private const string NewCourse =
        $"""
         INSERT INTO {Tables.Course} ("{nameof(Course.Id)}", "{nameof(Course.PlatformId)}", "{nameof(Course.DeploymentId)}",
           "{nameof(Course.ContextId)}", "{nameof(Course.Title)}", "{nameof(Course.MembershipsUrl)}") VALUES (@p0, @p1, @p2, @p3, @p4, @p5)
         ON CONFLICT ("{nameof(Course.PlatformId)}", "{nameof(Course.DeploymentId)}", "{nameof(Course.ContextId)}")
           DO UPDATE SET "{nameof(Course.ContextId)}" = excluded."{nameof(Course.ContextId)}" RETURNING "{nameof(Course.Id)}"
         """;

    private const string ChangedCourse =
        $"""
         UPDATE {Tables.Course} SET "{nameof(Course.Title)}" = @p0, "{nameof(Course.MembershipsUrl)}" = @p1
         WHERE "{nameof(Course.Id)}" = @p2
         """;

    private const string Enrolled =
        $"""
         INSERT INTO {Tables.Enrolment} ("{nameof(Enrolment.CourseId)}", "{nameof(Enrolment.PersonId)}", "{nameof(Enrolment.Role)}",
           "{nameof(Enrolment.IsActive)}", "{nameof(Enrolment.IsTestUser)}", "{nameof(Enrolment.RoleFromLaunch)}",
           "{nameof(Enrolment.Groups)}")
         VALUES (@p0, @p1, @p2, @p3, @p4, @p3, @p5)
         ON CONFLICT ("{nameof(Enrolment.CourseId)}", "{nameof(Enrolment.PersonId)}")
           DO UPDATE SET "{nameof(Enrolment.Role)}" = @p2, "{nameof(Enrolment.IsActive)}" = @p3, "{nameof(Enrolment.RoleFromLaunch)}" = @p3,
             "{nameof(Enrolment.Groups)}" = @p5
         """;

    private static readonly TimeSpan NoteLaunchesEvery = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(Guid, string), bool> deployments = new();
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> lastNoted = new();
    private readonly ConcurrentDictionary<Guid, IReadOnlyList<string>> scopes = new();

    /// <summary>Uses the nonce up, and tells what the database knew before; null when the nonce was used before.</summary>
    public static async Task<KnownLaunch?> AdmitAsync(PlainSql sql, Launch launch)
    {
        var (used, known) = await sql.ExecuteAndFirstAsync(
            new(UseNonce, launch.Platform.Id, launch.Nonce, launch.NonceExpiresAt.UtcDateTime),
            new(Known, launch.Platform.Id, launch.Subject, launch.DeploymentId, launch.Context?.Id ?? "", launch.ResourceLink?.Id ?? ""),
            KnownLaunch.Read);
        return used == 1 ? known : null;
    }

    /// <summary>Whether launches of this deployment are admitted; a new one is noted where the settings don't forbid it.</summary>
    public async Task<bool> AcceptsDeploymentAsync(PlainSql sql, Launch launch, DateTimeOffset now)
    {
        var key = (launch.Platform.Id, launch.DeploymentId);
        if (deployments.ContainsKey(key))
        {
            return true;
        }

        var accepted = options.Value.RefuseNewDeployments
            ? await sql.FirstAsync(new(KnownDeployment, launch.Platform.Id, launch.DeploymentId), _ => "known") is not null
            : await sql.ExecuteAsync(
                NewDeployment, launch.Platform.Id, launch.DeploymentId, now.UtcDateTime) >= 0;
        if (accepted)
        {
            deployments[key] = true;
        }

        return accepted;
    }

    /// <summary>Brings person, course, enrolment and link up to date.</summary>
    public async Task<RememberedLaunch> RememberAsync(PlainSql sql, Launch launch, KnownLaunch known, DateTimeOffset now)
    {
        await NoteLaunchAsync(sql, launch.Platform.Id, now);
        await NoteScopesAsync(sql, launch);
        var personId = await LaunchedPerson.RememberAsync(sql, launch, known, clock);
        if (launch.Context is null)
        {
            return new RememberedLaunch(personId, null, null, false, null);
        }

        var courseId = await RememberCourseAsync(sql, launch, known);
        await RememberEnrolmentAsync(sql, launch, known, courseId, personId);
        return launch.ResourceLink is null
            ? new RememberedLaunch(personId, courseId, null, false, null)
            : await LaunchedJourney.RememberAsync(sql, launch, known, new(personId, courseId, Ids.New(clock), now));
    }

    /// <summary>Stores the session.</summary>
    public static Task OpenSessionAsync(PlainSql sql, Launch launch, RememberedLaunch known, SessionKeys session, string facts) =>
        sql.SendAsync(new(
            NewSession,
            session.Id, session.HandleHash, session.CookieHash, known.PersonId, known.CourseId, known.JourneyId, launch.Platform.Id,
            launch.Role.ToString(), launch.MessageType.ToString(), facts, session.OpenedAt.UtcDateTime));

    private async Task NoteLaunchAsync(PlainSql sql, Guid platformId, DateTimeOffset now)
    {
        if (lastNoted.TryGetValue(platformId, out var last) && now - last < NoteLaunchesEvery)
        {
            return;
        }

        lastNoted[platformId] = now;
        await sql.ExecuteAsync(LaunchNoted, now.UtcDateTime, platformId);
    }

    /// <summary>
    /// A registration by hand doesn't know what was granted; the launches of links say it (AGS 2.0, 3.1; NRPS 2.0, 2.4). What is granted
    /// later is added. That something was taken away is told by the service itself.
    /// </summary>
    private async Task NoteScopesAsync(PlainSql sql, Launch launch)
    {
        if (launch is not { MessageType: LtiMessageType.ResourceLink, Context: not null })
        {
            return;
        }

        var told = LtiScopes.All.Where(
            scope => scope == LtiScopes.Roster
                ? launch.MembershipsUrl is not null
                : launch.Grades?.Scopes.Contains(scope) == true).ToList();
        var known = scopes.GetValueOrDefault(launch.Platform.Id) ?? launch.Platform.Scopes;
        if (told.Count > 0 && told.Except(known).Any())
        {
            IReadOnlyList<string> all = [.. LtiScopes.All.Where(scope => told.Contains(scope) || known.Contains(scope))];
            scopes[launch.Platform.Id] = all;
            await sql.ExecuteAsync(ScopesNoted, string.Join(' ', all), launch.Platform.Id);
        }
    }

    private async Task<Guid> RememberCourseAsync(PlainSql sql, Launch launch, KnownLaunch known)
    {
        var roster = launch.MembershipsUrl?.AbsoluteUri ?? known.MembershipsUrl;
        var title = launch.Context!.Title is { } told ? CleanText.Line(told) : known.CourseTitle;
        if (known.CourseId is not { } id)
        {
            return await InsertAsync(sql, new(
                NewCourse,
                Ids.New(clock), launch.Platform.Id, launch.DeploymentId, launch.Context.Id, title, roster));
        }

        if (roster != known.MembershipsUrl || title != known.CourseTitle)
        {
            await sql.ExecuteAsync(ChangedCourse, title, roster, id);
        }

        return id;
    }

    /// <summary>
    /// Inserts a row, or finds the one that a launch at the same moment inserted first: it is waited for, and its key comes back.
    /// </summary>
    private static async Task<Guid> InsertAsync(PlainSql sql, SqlStatement insert) =>
        Guid.Parse((await sql.FirstAsync(insert, row => row.GetGuid(0).ToString()))!);

    private static async Task RememberEnrolmentAsync(PlainSql sql, Launch launch, KnownLaunch known, Guid courseId, Guid personId)
    {
        var role = launch.Role.ToString();
        var groups = launch.Groups is { } told ? EnrolmentGroups.Write(told) : known.Groups;

        // A role from the roster counts as known only once a launch has said the same.
        if (known.EnrolledAs != role || !known.IsActive || !known.IsRoleFromLaunch || groups != known.Groups)
        {
            await sql.ExecuteAsync(Enrolled, courseId, personId, role, true, launch.IsTestUser, groups);
        }
    }
}
