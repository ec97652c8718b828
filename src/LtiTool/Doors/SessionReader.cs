using System.Data.Common;
using System.Text.Json;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Json;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.People;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// Reads the session of a request, and with it what every page shows of the person: one kept question in place of four by EF Core, with
/// which a first page takes 0.18 ms of processor time and not 0.42 (tests/Benchmarks/README.md).
/// </summary>
internal sealed class SessionReader(ILaunchDatabase database, DesignLibrary designs)
{
    private const string ByHandle =
        $"""
         {Columns}
         FROM {Tables.Session} s
         {Joins}
         WHERE s."{nameof(SessionRow.HandleHash)}" = @p0
         """;

    /// <summary>A device of somebody's own stands for a session in each journey of a course in which they learn.</summary>
    private const string ByDevice =
        $"""
         {Columns}, {OfDevice}
         FROM ({DeviceSession}) s
         {Joins}
         JOIN {Tables.Course} c ON c."{nameof(Course.Id)}" = s."{nameof(SessionRow.CourseId)}"
         """;

    private const string Columns =
        $"""
         SELECT s."{nameof(SessionRow.Id)}", s."{nameof(SessionRow.CookieHash)}", s."{nameof(SessionRow.PersonId)}",
                s."{nameof(SessionRow.CourseId)}", s."{nameof(SessionRow.JourneyId)}", s."{nameof(SessionRow.PlatformId)}",
                s."{nameof(SessionRow.Role)}", s."{nameof(SessionRow.Purpose)}", s."{nameof(SessionRow.Facts)}",
                s."{nameof(SessionRow.LastSeenAt)}", s."{nameof(SessionRow.OpenedAt)}",
                p."{nameof(Person.Name)}", p."{nameof(Person.ChosenName)}",
                p."{nameof(Person.ChosenLanguage)}", p."{nameof(Person.Look)}",
                j."{nameof(Journey.DesignId)}", j."{nameof(Journey.DesignNumber)}",
                own."{nameof(Participation.Id)}",
                ({Waiting}),
                guest."{nameof(GuestLink.Id)}", guest."{nameof(GuestLink.Purpose)}", guest."{nameof(GuestLink.SubjectId)}",
                guest."{nameof(GuestLink.JourneyId)}", guest."{nameof(GuestLink.ExpiresAt)}", guest."{nameof(GuestLink.RevokedAt)}",
                said."{nameof(MessagePreferences.TimeZone)}"
         """;

    private const string Joins =
        $"""
         JOIN {Tables.Person} p ON p."{nameof(Person.Id)}" = s."{nameof(SessionRow.PersonId)}"
         JOIN {Tables.Platform} platform ON platform."{nameof(PlatformRow.Id)}" = s."{nameof(SessionRow.PlatformId)}"
           AND platform."{nameof(PlatformRow.Status)}" <> '{nameof(PlatformStatus.Blocked)}'
         LEFT JOIN {Tables.MessagePreferences} said ON said."{nameof(MessagePreferences.PersonId)}" = p."{nameof(Person.Id)}"
         LEFT JOIN {Tables.Journey} j ON j."{nameof(Journey.Id)}" = s."{nameof(SessionRow.JourneyId)}"
         LEFT JOIN {Tables.Participation} own ON own."{nameof(Participation.JourneyId)}" = s."{nameof(SessionRow.JourneyId)}"
           AND own."{nameof(Participation.PersonId)}" = s."{nameof(SessionRow.PersonId)}"
           AND s."{nameof(SessionRow.Door)}" <> '{nameof(Door.Guest)}'
         LEFT JOIN {Tables.GuestLink} guest ON guest."{nameof(GuestLink.Id)}" = s."{nameof(SessionRow.DoorId)}"
           AND s."{nameof(SessionRow.Door)}" = '{nameof(Door.Guest)}'
         """;

    /// <summary>What a launch would have told.</summary>
    private const string OfDevice =
        $"""
         p."{nameof(Person.Locale)}", p."{nameof(Person.TimeZone)}", c."{nameof(Course.Title)}", c."{nameof(Course.DeploymentId)}"
         """;

    private const string DeviceSession =
        $"""
         SELECT d."{nameof(Device.Id)}", NULL AS "{nameof(SessionRow.CookieHash)}", d."{nameof(Device.PersonId)}",
                journey."{nameof(Journey.CourseId)}", journey."{nameof(Journey.Id)}" AS "{nameof(SessionRow.JourneyId)}",
                course."{nameof(Course.PlatformId)}",
                '{nameof(CourseRole.Learner)}' AS "{nameof(SessionRow.Role)}",
                '{nameof(LtiMessageType.ResourceLink)}' AS "{nameof(SessionRow.Purpose)}", '{NoFacts}' AS "{nameof(SessionRow.Facts)}",
                d."{nameof(Device.LastSeenAt)}", d."{nameof(Device.OpenedAt)}",
                '{nameof(Door.Device)}' AS "{nameof(SessionRow.Door)}", d."{nameof(Device.Id)}" AS "{nameof(SessionRow.DoorId)}"
         FROM {Tables.Device} d
         JOIN {Tables.Journey} journey ON journey."{nameof(Journey.Id)}" = @p1
         JOIN {Tables.Course} course ON course."{nameof(Course.Id)}" = journey."{nameof(Journey.CourseId)}"
         JOIN {Tables.Enrolment} e ON e."{nameof(Enrolment.CourseId)}" = course."{nameof(Course.Id)}"
           AND e."{nameof(Enrolment.PersonId)}" = d."{nameof(Device.PersonId)}" AND e."{nameof(Enrolment.IsActive)}"
           AND e."{nameof(Enrolment.Role)}" = '{nameof(EnrolmentRole.Learner)}'
         WHERE d."{nameof(Device.TokenHash)}" = @p0 AND d."{nameof(Device.RevokedAt)}" IS NULL
         """;

    private const string NoFacts = "{}";

    /// <summary>
    /// What waits for the person, counted by audience and kind: <c>Person Inbox 2</c>, one after the other. Each of the four parts has
    /// its index.
    /// </summary>
    private const string Waiting =
        $"""
         SELECT string_agg(w.what || ' ' || w.many, ' ') FROM (
           SELECT a."{nameof(AttentionRow.Audience)}" || ' ' || a."{nameof(AttentionRow.Kind)}" AS what, count(*) AS many
           FROM {Tables.Attention} a
           WHERE a."{nameof(AttentionRow.JourneyId)}" = s."{nameof(SessionRow.JourneyId)}"
             AND a."{nameof(AttentionRow.Audience)}" = '{nameof(AttentionAudience.Person)}'
             AND a."{nameof(AttentionRow.PersonId)}" = s."{nameof(SessionRow.PersonId)}"
           GROUP BY a."{nameof(AttentionRow.Audience)}", a."{nameof(AttentionRow.Kind)}"
           UNION ALL
           SELECT a."{nameof(AttentionRow.Audience)}" || ' ' || a."{nameof(AttentionRow.Kind)}" AS what, count(*) AS many
           FROM {Tables.Attention} a
           WHERE s."{nameof(SessionRow.Role)}" IN ('{nameof(CourseRole.TeachingAssistant)}', '{nameof(CourseRole.Instructor)}')
             AND a."{nameof(AttentionRow.JourneyId)}" = s."{nameof(SessionRow.JourneyId)}"
             AND a."{nameof(AttentionRow.Audience)}" = '{nameof(AttentionAudience.Facilitators)}'
           GROUP BY a."{nameof(AttentionRow.Audience)}", a."{nameof(AttentionRow.Kind)}"
           UNION ALL
           SELECT '{nameof(AttentionAudience.Person)} {nameof(AttentionKind.News)}' AS what, count(*) AS many
           FROM {Tables.Message} m
           WHERE m."{nameof(MessageRow.PersonId)}" = s."{nameof(SessionRow.PersonId)}"
             AND m."{nameof(MessageRow.JourneyId)}" = s."{nameof(SessionRow.JourneyId)}"
             AND m."{nameof(MessageRow.ReadAt)}" IS NULL AND m."{nameof(MessageRow.IsInInbox)}"
           HAVING count(*) > 0
           UNION ALL
           {WaitingElsewhere}
         ) w
         """;

    /// <summary>Of learners whom the person supports in other courses of the platform: of how many anything waits, or is new.</summary>
    private const string WaitingElsewhere =
        $"""
         SELECT '{nameof(AttentionAudience.Person)} {nameof(AttentionKind.Elsewhere)}' AS what,
                count(DISTINCT link."{nameof(GuestLink.SubjectId)}") AS many
         FROM {Tables.GuestLink} link
         JOIN {Tables.Group} pair ON pair."{nameof(Group.Id)}" = link."{nameof(GuestLink.SubjectId)}"
           AND pair."{nameof(Group.State)}" = '{nameof(GroupState.Active)}'
         JOIN {Tables.Journey} there ON there."{nameof(Journey.Id)}" = link."{nameof(GuestLink.JourneyId)}"
         JOIN {Tables.Course} other ON other."{nameof(Course.Id)}" = there."{nameof(Journey.CourseId)}"
           AND other."{nameof(Course.PlatformId)}" = s."{nameof(SessionRow.PlatformId)}"
           AND other."{nameof(Course.Id)}" <> s."{nameof(SessionRow.CourseId)}"
         WHERE link."{nameof(GuestLink.PersonId)}" = s."{nameof(SessionRow.PersonId)}"
           AND link."{nameof(GuestLink.Purpose)}" = '{nameof(GuestPurpose.Buddy)}'
           AND link."{nameof(GuestLink.RevokedAt)}" IS NULL AND link."{nameof(GuestLink.ExpiresAt)}" > s."{nameof(SessionRow.LastSeenAt)}"
           AND s."{nameof(SessionRow.Door)}" <> '{nameof(Door.Guest)}'
           AND (EXISTS (
             SELECT 1 FROM {Tables.Attention} a
             WHERE a."{nameof(AttentionRow.JourneyId)}" = pair."{nameof(Group.JourneyId)}"
               AND a."{nameof(AttentionRow.ParticipationId)}" = pair."{nameof(Group.OwnerId)}"
               AND a."{nameof(AttentionRow.Audience)}" = '{nameof(AttentionAudience.Person)}'
               AND a."{nameof(AttentionRow.PersonId)}" = s."{nameof(SessionRow.PersonId)}"
           ) OR EXISTS (
             SELECT 1 FROM {Tables.Message} m
             WHERE m."{nameof(MessageRow.PersonId)}" = s."{nameof(SessionRow.PersonId)}"
               AND m."{nameof(MessageRow.ParticipationId)}" = pair."{nameof(Group.OwnerId)}"
               AND m."{nameof(MessageRow.ReadAt)}" IS NULL AND m."{nameof(MessageRow.IsInInbox)}"
           ))
         HAVING count(*) > 0
         """;

    private const string Version =
        $"""
         SELECT "{nameof(DesignVersion.Content)}" FROM {Tables.DesignVersion}
         WHERE "{nameof(DesignVersion.DesignId)}" = @p0 AND "{nameof(DesignVersion.Number)}" = @p1
         """;

    /// <summary>The session with this handle; null when there is none, or when its platform is blocked.</summary>
    public async Task<OpenSession?> FindAsync(string handleHash, CancellationToken ct) =>
        await CompleteAsync(await database.FirstAsync(new(ByHandle, handleHash), row => Read(row, handleHash), ct), ct);

    /// <summary>
    /// What a device shows of a journey, as if its owner had come from the course as a learner; null where the device was closed, its
    /// platform is blocked, or they don't learn there.
    /// </summary>
    /// <param name="tokenHash">Of the secret in the device's cookie.</param>
    /// <param name="journeyId">The journey.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<OpenSession?> FindAsync(string tokenHash, Guid journeyId, CancellationToken ct) =>
        await CompleteAsync(await database.FirstAsync(new(ByDevice, tokenHash, journeyId), ReadDevice, ct), ct);

    private async ValueTask<OpenSession?> CompleteAsync(Found? found, CancellationToken ct)
    {
        if (found is null)
        {
            return null;
        }

        return found.DesignId is { } designId
            ? found.Session with { Design = await DesignAsync(designId, found.DesignNumber, ct) }
            : found.Session;
    }

    private async ValueTask<JourneyDesign> DesignAsync(Guid designId, int number, CancellationToken ct) =>
        designs.Find(designId, number)
        ?? designs.Remember(
            designId, number, DesignJson.Read((await database.FirstAsync(new(Version, designId, number), row => row.GetString(0), ct))!));

    private static Found Read(DbDataReader row, string handleHash)
    {
        var personId = row.GetGuid(2);
        var (name, chosenName) = (Text(row, 11), Text(row, 12));
        var session = new OpenSession(
            row.GetGuid(0), handleHash, Text(row, 1),
            personId, Person.NameOf(personId, name, chosenName), Person.IsNameless(name, chosenName),
            row.GetGuid(5), Id(row, 3), Id(row, 4), null,
            Enum.Parse<CourseRole>(row.GetString(6)), Enum.Parse<LtiMessageType>(row.GetString(7)),
            JsonSerializer.Deserialize<SessionFacts>(row.GetString(8), StoredJson.Options) ?? new SessionFacts(),
            At(row, 9), At(row, 10), Id(row, 17), WaitingCounts.Read(Text(row, 18)))
        {
            ChosenLanguage = Text(row, 13),
            ChosenZone = Text(row, 25),
            Look = Enum.Parse<Look>(row.GetString(14)),
            Guest = row.IsDBNull(19) ? null : ReadGuest(row),
        };
        return new Found(session, Id(row, 15), row.IsDBNull(16) ? 0 : row.GetInt32(16));
    }

    private static Found ReadDevice(DbDataReader row)
    {
        var found = Read(row, handleHash: "");
        var facts = new SessionFacts
        {
            Locale = Text(row, 26),
            TimeZone = Text(row, 27),
            CourseTitle = Text(row, 28),
            DeploymentId = Text(row, 29) ?? "",
            IsOwnTab = true,
        };
        return found with { Session = found.Session with { Facts = facts, IsDevice = true } };
    }

    private static GuestPass ReadGuest(DbDataReader row)
    {
        var (expires, revoked) = (At(row, 23), row.IsDBNull(24) ? (DateTimeOffset?)null : At(row, 24));
        return new(
            row.GetGuid(19), new(Enum.Parse<GuestPurpose>(row.GetString(20)), row.GetGuid(21), row.GetGuid(22)),
            revoked < expires ? revoked.Value : expires);
    }

    private static Guid? Id(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset At(DbDataReader row, int column) => new(DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc));

    private sealed record Found(OpenSession Session, Guid? DesignId, int DesignNumber);
}
