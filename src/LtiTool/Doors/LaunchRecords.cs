using System.Collections.Concurrent;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Lti;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// What a launch leaves in the database: person, course, enrolment, link. One question tells what is known; only what changed is written, so that the
/// number of statements is constant.
/// </summary>
internal sealed class LaunchRecords(TimeProvider clock, IOptions<LtiOptions> options)
{
    private const string UseNonce = """INSERT INTO used_nonce ("OwnerId", "Nonce", "ExpiresAt") VALUES (@p0, @p1, @p2) ON CONFLICT DO NOTHING""";

    private const string Known = """
        SELECT p."Id", p."Name", p."Email", p."Locale", p."TimeZone", c."Id", c."Title", c."MembershipsUrl",
               e."Role", e."IsActive", j."Id", j."Definition" IS NOT NULL, j."LineItemUrl", j."LineItemsUrl", j."ContentId"
        FROM (SELECT 1 AS one) AS x
        LEFT JOIN person p ON p."PlatformId" = @p0 AND p."Subject" = @p1
        LEFT JOIN course c ON c."PlatformId" = @p0 AND c."DeploymentId" = @p2 AND c."ContextId" = @p3
        LEFT JOIN enrolment e ON e."CourseId" = c."Id" AND e."PersonId" = p."Id"
        LEFT JOIN journey j ON j."CourseId" = c."Id" AND j."ResourceLinkId" = @p4
        """;

    private static readonly TimeSpan NoteLaunchesEvery = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(Guid, string), bool> deployments = new();
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> lastNoted = new();

    /// <summary>Uses the nonce up, and tells what the database knew before; null when the nonce was used before.</summary>
    public static async Task<KnownLaunch?> AdmitAsync(PlainSql sql, Launch launch)
    {
        var (used, known) = await sql.ExecuteAndFirstAsync(
            new(UseNonce, launch.Platform.Id, launch.Nonce, launch.NonceExpiresAt.UtcDateTime),
            new(Known, launch.Platform.Id, launch.Subject, launch.DeploymentId, launch.Context?.Id ?? "", launch.ResourceLink?.Id ?? ""),
            KnownLaunch.Read);
        return used == 1 ? known : null;
    }

    /// <summary>Whether launches of this deployment are let in; a new one is noted where the settings don't forbid it.</summary>
    public async Task<bool> AcceptsDeploymentAsync(PlainSql sql, Launch launch, DateTimeOffset now)
    {
        var key = (launch.Platform.Id, launch.DeploymentId);
        if (deployments.ContainsKey(key))
        {
            return true;
        }

        var accepted = options.Value.RefuseNewDeployments
            ? await sql.FirstAsync(new("""SELECT 1 FROM deployment WHERE "PlatformId" = @p0 AND "DeploymentId" = @p1""", launch.Platform.Id, launch.DeploymentId), _ => "known") is not null
            : await sql.ExecuteAsync(
                """INSERT INTO deployment ("PlatformId", "DeploymentId", "FirstSeenAt") VALUES (@p0, @p1, @p2) ON CONFLICT DO NOTHING""",
                launch.Platform.Id, launch.DeploymentId, now.UtcDateTime) >= 0;
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
        var personId = await RememberPersonAsync(sql, launch, known);
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
    public static Task OpenSessionAsync(PlainSql sql, Launch launch, RememberedLaunch known, NewSession session, string facts) => sql.SendAsync(new(
        """
        INSERT INTO session ("Id", "HandleHash", "CookieHash", "PersonId", "CourseId", "JourneyId", "PlatformId", "Role", "Purpose", "Facts", "LastSeenAt", "OpenedAt")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p10)
        """,
        session.Id, session.HandleHash, session.CookieHash, known.PersonId, known.CourseId, known.JourneyId, launch.Platform.Id,
        launch.Role.ToString(), launch.MessageType.ToString(), facts, session.OpenedAt.UtcDateTime));

    private async Task NoteLaunchAsync(PlainSql sql, Guid platformId, DateTimeOffset now)
    {
        if (lastNoted.TryGetValue(platformId, out var last) && now - last < NoteLaunchesEvery)
        {
            return;
        }

        lastNoted[platformId] = now;
        await sql.ExecuteAsync("""UPDATE platform SET "LastLaunchAt" = @p0 WHERE "Id" = @p1""", now.UtcDateTime, platformId);
    }

    private async Task<Guid> RememberPersonAsync(PlainSql sql, Launch launch, KnownLaunch known)
    {
        var names = launch.Names;
        if (known.PersonId is not { } id)
        {
            return await InsertAsync(sql, new(
                """
                INSERT INTO person ("Id", "PlatformId", "Subject", "Name", "Email", "Locale", "TimeZone") VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6)
                ON CONFLICT ("PlatformId", "Subject") DO UPDATE SET "Subject" = excluded."Subject" RETURNING "Id"
                """,
                Ids.New(clock), launch.Platform.Id, launch.Subject, names.Name, names.Email, launch.Locale, launch.TimeZone));
        }

        // What the platform doesn't tell this time stays as it was told before.
        var (name, email) = (names.Name ?? known.Name, names.Email ?? known.Email);
        var (locale, zone) = (launch.Locale ?? known.Locale, launch.TimeZone ?? known.TimeZone);
        if (name != known.Name || email != known.Email || locale != known.Locale || zone != known.TimeZone)
        {
            await sql.ExecuteAsync(
                """UPDATE person SET "Name" = @p0, "Email" = @p1, "Locale" = @p2, "TimeZone" = @p3 WHERE "Id" = @p4""", name, email, locale, zone, id);
        }

        return id;
    }

    private async Task<Guid> RememberCourseAsync(PlainSql sql, Launch launch, KnownLaunch known)
    {
        var roster = launch.MembershipsUrl?.AbsoluteUri ?? known.MembershipsUrl;
        if (known.CourseId is not { } id)
        {
            return await InsertAsync(sql, new(
                """
                INSERT INTO course ("Id", "PlatformId", "DeploymentId", "ContextId", "Title", "MembershipsUrl") VALUES (@p0, @p1, @p2, @p3, @p4, @p5)
                ON CONFLICT ("PlatformId", "DeploymentId", "ContextId") DO UPDATE SET "ContextId" = excluded."ContextId" RETURNING "Id"
                """,
                Ids.New(clock), launch.Platform.Id, launch.DeploymentId, launch.Context!.Id, launch.Context.Title, roster));
        }

        if (roster != known.MembershipsUrl || (launch.Context!.Title ?? known.CourseTitle) != known.CourseTitle)
        {
            await sql.ExecuteAsync(
                """UPDATE course SET "Title" = @p0, "MembershipsUrl" = @p1 WHERE "Id" = @p2""", launch.Context!.Title ?? known.CourseTitle, roster, id);
        }

        return id;
    }

    /// <summary>Inserts a row, or finds the one that a launch at the same moment inserted first: it is waited for, and its key comes back.</summary>
    private static async Task<Guid> InsertAsync(PlainSql sql, SqlStatement insert) => Guid.Parse((await sql.FirstAsync(insert, row => row.GetGuid(0).ToString()))!);

    private static async Task RememberEnrolmentAsync(PlainSql sql, Launch launch, KnownLaunch known, Guid courseId, Guid personId)
    {
        var role = launch.Role.ToString();
        if (known.EnrolledAs != role || !known.IsActive)
        {
            await sql.ExecuteAsync(
                """
                INSERT INTO enrolment ("CourseId", "PersonId", "Role", "IsActive", "IsTestUser", "RoleFromLaunch") VALUES (@p0, @p1, @p2, @p3, @p4, @p3)
                ON CONFLICT ("CourseId", "PersonId") DO UPDATE SET "Role" = @p2, "IsActive" = @p3, "RoleFromLaunch" = @p3
                """,
                courseId, personId, role, true, launch.IsTestUser);
        }
    }
}
