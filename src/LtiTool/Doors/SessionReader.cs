using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Json;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// Reads the session of a request, and with it what every page shows of the person: one kept question in place of four by EF Core, with which a first page takes
/// 0.18 ms of processor time and not 0.42 (tests/Benchmarks/README.md).
/// </summary>
internal sealed class SessionReader(ILaunchDatabase database, TimeProvider clock)
{
    private const string ByHandle = """
        SELECT s."Id", s."CookieHash", s."PersonId", s."CourseId", s."JourneyId", s."PlatformId", s."Role", s."Purpose", s."Facts", s."LastSeenAt", s."OpenedAt",
               p."Name", p."ChosenName", j."Definition", own."Id",
               (SELECT count(*) FROM nudge n WHERE n."ParticipationId" = own."Id" AND n."SentAt" IS NOT NULL AND n."SettledAt" IS NULL),
               EXISTS (SELECT 1 FROM buddy_pair b JOIN participation asking ON asking."Id" = b."ParticipationId"
                       WHERE b."BuddyId" = s."PersonId" AND b."State" = 'Invited' AND b."ExpiresAt" > @p1 AND asking."JourneyId" = s."JourneyId")
        FROM session s
        JOIN person p ON p."Id" = s."PersonId"
        LEFT JOIN journey j ON j."Id" = s."JourneyId"
        LEFT JOIN participation own ON own."JourneyId" = s."JourneyId" AND own."PersonId" = s."PersonId"
        WHERE s."HandleHash" = @p0
        """;

    private const int MostRemembered = 1000;

    /// <summary>Set-ups are immutable and large: one is built again only when its text has changed.</summary>
    private readonly ConcurrentDictionary<Guid, (string Text, JourneyDefinition Definition)> setUps = new();

    /// <summary>The session with this handle, or null.</summary>
    public Task<OpenSession?> FindAsync(string handleHash, CancellationToken ct) =>
        database.FirstAsync(new(ByHandle, handleHash, clock.GetUtcNow().UtcDateTime), row => Read(row, handleHash), ct);

    private OpenSession Read(DbDataReader row, string handleHash)
    {
        var personId = row.GetGuid(2);
        var (name, chosenName) = (Text(row, 11), Text(row, 12));
        var journeyId = Id(row, 4);
        return new OpenSession(
            row.GetGuid(0), handleHash, Text(row, 1), personId, Person.NameOf(personId, name, chosenName), name is null && chosenName is null, row.GetGuid(5), Id(row, 3),
            journeyId, Text(row, 13) is { } setUp ? Definition(journeyId!.Value, setUp) : null,
            Enum.Parse<CourseRole>(row.GetString(6)), Enum.Parse<LtiMessageType>(row.GetString(7)),
            JsonSerializer.Deserialize<SessionFacts>(row.GetString(8), StoredJson.Options) ?? new SessionFacts(),
            At(row, 9), At(row, 10), new(Id(row, 14), (int)row.GetInt64(15), row.GetBoolean(16)));
    }

    private JourneyDefinition Definition(Guid journeyId, string text)
    {
        if (setUps.TryGetValue(journeyId, out var known) && known.Text == text)
        {
            return known.Definition;
        }

        if (setUps.Count >= MostRemembered)
        {
            setUps.Clear();
        }

        var definition = JsonSerializer.Deserialize<JourneyDefinition>(text, StoredJson.Options)!;
        setUps[journeyId] = (text, definition);
        return definition;
    }

    private static Guid? Id(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset At(DbDataReader row, int column) => new(DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc));
}
