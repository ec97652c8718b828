using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// Matches a further link of a course with the journey it shows a part of. Both links name the same design; which of them people open
/// first is chance. Where it is the further one, the journey begins on it, and the link to the whole takes its place later.
/// </summary>
internal static class LaunchedPart
{
    /// <summary>The custom parameter that says where a further link opens. A link without it stands for the journey as a whole.</summary>
    public const string PartParameter = "part";

    /// <summary>The custom parameter by which a further link asks for a column of its own; it says <see cref="OwnColumn"/> then.</summary>
    public const string ColumnParameter = "column";

    /// <summary>What <see cref="ColumnParameter"/> says.</summary>
    public const string OwnColumn = "own";

    /// <summary>
    /// Changes nothing, and holds the course's row until the commit: two first launches of two links don't begin two journeys.
    /// </summary>
    private const string CourseHeld =
        $"""UPDATE {Tables.Course} SET "{nameof(Course.ContextId)}" = "{nameof(Course.ContextId)}" WHERE "{nameof(Course.Id)}" = @p0""";

    /// <summary>The first journey of the course that was begun for the design, or follows it, on another link.</summary>
    private const string Shown =
        $"""
         SELECT "{nameof(Journey.Id)}", "{nameof(Journey.DesignId)}" IS NOT NULL FROM {Tables.Journey}
         WHERE "{nameof(Journey.CourseId)}" = @p0 AND ("{nameof(Journey.LinkedDesignId)}" = @p1 OR "{nameof(Journey.DesignId)}" = @p1)
           AND "{nameof(Journey.ResourceLinkId)}" <> @p2
         ORDER BY "{nameof(Journey.CreatedAt)}", "{nameof(Journey.Id)}" LIMIT 1
         """;

    private const string Tied =
        $"""
         INSERT INTO {Tables.JourneyLink}
           ("{nameof(JourneyLink.CourseId)}", "{nameof(JourneyLink.ResourceLinkId)}", "{nameof(JourneyLink.JourneyId)}",
            "{nameof(JourneyLink.LineItemUrl)}")
         VALUES (@p0, @p1, @p2, @p3)
         ON CONFLICT ("{nameof(JourneyLink.CourseId)}", "{nameof(JourneyLink.ResourceLinkId)}")
           DO UPDATE SET "{nameof(JourneyLink.JourneyId)}" = excluded."{nameof(JourneyLink.JourneyId)}",
             "{nameof(JourneyLink.LineItemUrl)}" = excluded."{nameof(JourneyLink.LineItemUrl)}", "{nameof(JourneyLink.ColumnFault)}" = NULL
         """;

    /// <summary>Scores that were sent before the journey had this column are due once more: what has them already is left alone.</summary>
    private const string ScoresDue =
        $"""
         UPDATE {Tables.Delivery} SET "{nameof(DeliveryRow.State)}" = '{nameof(DeliveryState.Waiting)}',
           "{nameof(DeliveryRow.Attempts)}" = 0, "{nameof(DeliveryRow.NextAttemptAt)}" = @p1, "{nameof(DeliveryRow.SettledAt)}" = NULL
         WHERE "{nameof(DeliveryRow.Kind)}" = '{nameof(DeliveryKind.Score)}'
           AND "{nameof(DeliveryRow.State)}" = '{nameof(DeliveryState.Sent)}'
           AND "{nameof(DeliveryRow.SubjectId)}" IN (SELECT "{nameof(GradePosting.ParticipationId)}" FROM {Tables.GradePosting}
             WHERE "{nameof(GradePosting.JourneyId)}" = @p0 AND "{nameof(GradePosting.IsFinal)}")
         """;

    private const string PlaceTaken =
        $"""
         UPDATE {Tables.Journey} SET "{nameof(Journey.ResourceLinkId)}" = @p2,
           "{nameof(Journey.LineItemUrl)}" = COALESCE(@p3, "{nameof(Journey.LineItemUrl)}"),
           "{nameof(Journey.LineItemsUrl)}" = COALESCE(@p4, "{nameof(Journey.LineItemsUrl)}")
         WHERE "{nameof(Journey.CourseId)}" = @p0 AND "{nameof(Journey.LinkedDesignId)}" = @p1
           AND EXISTS (SELECT 1 FROM {Tables.JourneyLink} l WHERE l."{nameof(JourneyLink.CourseId)}" = @p0
             AND l."{nameof(JourneyLink.ResourceLinkId)}" = {Tables.Journey}."{nameof(Journey.ResourceLinkId)}")
         RETURNING "{nameof(Journey.Id)}", "{nameof(Journey.DesignId)}" IS NOT NULL
         """;

    /// <summary>The part a link names, or null for the whole.</summary>
    public static string? Of(Launch launch) => launch.Custom.GetValueOrDefault(PartParameter);

    /// <summary>The journey a further link leads to; null while no other link of the course has begun it.</summary>
    public static async Task<MatchedJourney?> FindAsync(
        PlainSql sql, Launch launch, KnownLaunch known, LaunchedJourney.Place place, Guid content)
    {
        MatchedJourney? before = known is { JourneyId: { } id, IsSetUp: true } ? new(id, true) : null;
        if (before is not null && (known.LinkedDesignId == content || known.DesignId == content))
        {
            if (ColumnOf(launch, known) != known.OwnLineItemUrl)
            {
                await TieAsync(sql, launch, known, place, before.Id);
            }

            return before;
        }

        await sql.ExecuteAsync(CourseHeld, place.CourseId);
        var shown = await sql.FirstAsync(new(Shown, place.CourseId, content, launch.ResourceLink!.Id), MatchedJourney.Read);
        if (shown is not null)
        {
            await TieAsync(sql, launch, known, place, shown.Id);
        }

        return shown ?? before;
    }

    /// <summary>Notes that a link is a further one, and the column that it may have.</summary>
    public static async Task TieAsync(PlainSql sql, Launch launch, KnownLaunch known, LaunchedJourney.Place place, Guid journeyId)
    {
        var column = ColumnOf(launch, known);
        await sql.ExecuteAsync(Tied, place.CourseId, launch.ResourceLink!.Id, journeyId, column);
        if (column is not null && column != known.OwnLineItemUrl)
        {
            await sql.ExecuteAsync(ScoresDue, journeyId, place.Now.UtcDateTime);
        }
    }

    /// <summary>The link's own column. One that nobody asked for, which a platform gives each link, stays empty.</summary>
    private static string? ColumnOf(Launch launch, KnownLaunch known) =>
        launch.Custom.GetValueOrDefault(ColumnParameter) == OwnColumn
            ? launch.Grades?.LineItem?.AbsoluteUri ?? known.OwnLineItemUrl
            : null;

    /// <summary>Gives the link to the whole the journey that was begun on a further link; null where there is none.</summary>
    public static async Task<MatchedJourney?> TakePlaceAsync(
        PlainSql sql, Launch launch, Guid courseId, Guid content, string? lineItem, string? lineItems)
    {
        await sql.ExecuteAsync(CourseHeld, courseId);
        return await sql.FirstAsync(
            new(PlaceTaken, courseId, content, launch.ResourceLink!.Id, lineItem, lineItems), MatchedJourney.Read);
    }
}
