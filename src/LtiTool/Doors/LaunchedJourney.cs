using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Lti;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// Matches a link with its journey. A link of an unknown (course, link) is matched by the content it names: in the course that content was made in, or in a copy
/// of it, the set-up is taken over, never people's data. Otherwise a teacher is asked.
/// </summary>
internal static class LaunchedJourney
{
    /// <summary>The custom parameter that carries the content through deep links and course copies.</summary>
    public const string ContentParameter = "content_id";

    /// <summary>What a new row needs.</summary>
    internal readonly record struct Place(Guid PersonId, Guid CourseId, Guid NewId, DateTimeOffset Now);

    /// <summary>Finds the journey, or makes it.</summary>
    public static async Task<RememberedLaunch> RememberAsync(PlainSql sql, Launch launch, KnownLaunch known, Place place)
    {
        Guid? content = launch.Custom.TryGetValue(ContentParameter, out var text) && Guid.TryParse(text, out var id) ? id : null;
        var (lineItem, lineItems) = (launch.Grades?.LineItem?.AbsoluteUri ?? known.LineItemUrl, launch.Grades?.LineItems?.AbsoluteUri ?? known.LineItemsUrl);
        var isSetUp = known.IsSetUp;
        if (known.JourneyId is not { } journeyId)
        {
            (journeyId, isSetUp) = await InsertAsync(sql, launch, place, lineItem, lineItems);
        }
        else if (lineItem != known.LineItemUrl || lineItems != known.LineItemsUrl)
        {
            await sql.ExecuteAsync("""UPDATE journey SET "LineItemUrl" = @p0, "LineItemsUrl" = @p1 WHERE "Id" = @p2""", lineItem, lineItems, journeyId);
        }

        if (!isSetUp && content is not null)
        {
            isSetUp = await TakeOverAsync(sql, launch, journeyId, content.Value);
        }

        return new RememberedLaunch(place.PersonId, place.CourseId, journeyId, isSetUp, content);
    }

    /// <summary>Inserts the journey; the unique index makes two first launches one. Whoever comes second finds it as the first left it.</summary>
    private static async Task<(Guid Id, bool IsSetUp)> InsertAsync(PlainSql sql, Launch launch, Place place, string? lineItem, string? lineItems)
    {
        var stored = await sql.FirstAsync(
            new(
                """
                INSERT INTO journey ("Id", "CourseId", "ResourceLinkId", "LineItemUrl", "LineItemsUrl", "CreatedAt") VALUES (@p0, @p1, @p2, @p3, @p4, @p5)
                ON CONFLICT ("CourseId", "ResourceLinkId") DO UPDATE SET "ResourceLinkId" = excluded."ResourceLinkId" RETURNING "Id", "Definition" IS NOT NULL
                """,
                place.NewId, place.CourseId, launch.ResourceLink!.Id, lineItem, lineItems, place.Now.UtcDateTime),
            row => Tuple.Create(row.GetGuid(0), row.GetBoolean(1)));
        return (stored!.Item1, stored.Item2);
    }

    private static async Task<bool> TakeOverAsync(PlainSql sql, Launch launch, Guid journeyId, Guid contentId)
    {
        var madeIn = await sql.FirstAsync(
            new("""SELECT "ContextId" FROM journey_content WHERE "Id" = @p0 AND "PlatformId" = @p1""", contentId, launch.Platform.Id), row => row.GetString(0));
        if (madeIn is null || (madeIn != launch.Context!.Id && !launch.ContextHistory.Ids.Contains(madeIn)))
        {
            return false;
        }

        return await sql.ExecuteAsync(
            """
            UPDATE journey SET "ContentId" = @p0, "Definition" = (SELECT "Definition" FROM journey_content WHERE "Id" = @p0)
            WHERE "Id" = @p1 AND "Definition" IS NULL
            """,
            contentId, journeyId) == 1;
    }
}
