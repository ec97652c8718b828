using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Shared.Journeys;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// Matches a link with its journey. A link of an unknown (course, link) is matched by the design it names: in the course that design was
/// made in, or in a copy of it, its newest version is followed; people's data never are. Otherwise a teacher is asked. Content that was
/// selected again in the LMS is taken over while nobody has started (<see cref="SelectedAgain"/>); after that the teacher is asked, too.
/// </summary>
internal static class LaunchedJourney
{
    /// <summary>The custom parameter that carries the design through deep links and course copies.</summary>
    public const string ContentParameter = "content_id";

    private const string ChangedLineItems =
        $"""
         UPDATE {Tables.Journey} SET "{nameof(Journey.LineItemUrl)}" = @p0, "{nameof(Journey.LineItemsUrl)}" = @p1
         WHERE "{nameof(Journey.Id)}" = @p2
         """;

    private const string NewJourney =
        $"""
         INSERT INTO {Tables.Journey} ("{nameof(Journey.Id)}", "{nameof(Journey.CourseId)}", "{nameof(Journey.ResourceLinkId)}",
           "{nameof(Journey.LineItemUrl)}", "{nameof(Journey.LineItemsUrl)}", "{nameof(Journey.CreatedAt)}",
           "{nameof(Journey.LinkedDesignId)}", "{nameof(Journey.DesignNumber)}")
         VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, 0)
         ON CONFLICT ("{nameof(Journey.CourseId)}", "{nameof(Journey.ResourceLinkId)}")
           DO UPDATE SET "{nameof(Journey.ResourceLinkId)}" = excluded."{nameof(Journey.ResourceLinkId)}"
         RETURNING "{nameof(Journey.Id)}", "{nameof(Journey.DesignId)}" IS NOT NULL
         """;

    private const string MadeIn =
        $"""
         SELECT "{nameof(Design.ContextId)}" FROM {Tables.Design}
         WHERE "{nameof(Design.Id)}" = @p0 AND "{nameof(Design.PlatformId)}" = @p1 AND "{nameof(Design.LatestNumber)}" > 0
         """;

    private const string Followed =
        $"""
         UPDATE {Tables.Journey} SET "{nameof(Journey.DesignId)}" = @p0,
           "{nameof(Journey.DesignNumber)}" =
             (SELECT "{nameof(Design.LatestNumber)}" FROM {Tables.Design} WHERE "{nameof(Design.Id)}" = @p0)
         WHERE "{nameof(Journey.Id)}" = @p1 AND "{nameof(Journey.DesignId)}" IS NULL
         """;

    private const string Begun =
        $"""SELECT 1 FROM {Tables.Participation} WHERE "{nameof(Participation.JourneyId)}" = @p0 LIMIT 1""";

    /// <summary>The other links of the course that have their set-up, a line each.</summary>
    private const string OtherLinks =
        $"""
         SELECT string_agg("{nameof(Journey.ResourceLinkId)}", @p2) FROM {Tables.Journey}
         WHERE "{nameof(Journey.CourseId)}" = @p0 AND "{nameof(Journey.Id)}" <> @p1 AND "{nameof(Journey.DesignId)}" IS NOT NULL
         """;

    /// <summary>What a new row needs.</summary>
    internal readonly record struct Place(Guid PersonId, Guid CourseId, Guid NewId, DateTimeOffset Now);

    /// <summary>Finds the journey, or makes it.</summary>
    public static async Task<RememberedLaunch> RememberAsync(PlainSql sql, Launch launch, KnownLaunch known, Place place)
    {
        Guid? content = launch.Custom.TryGetValue(ContentParameter, out var text) && Guid.TryParse(text, out var id) ? id : null;
        var isPart = content is not null && LaunchedPart.Of(launch) is not null;
        if (isPart && await LaunchedPart.FindAsync(sql, launch, known, place, content!.Value) is { } shown)
        {
            return new RememberedLaunch(place.PersonId, place.CourseId, shown.Id, shown.IsSetUp, content);
        }

        var lineItem = launch.Grades?.LineItem?.AbsoluteUri ?? known.LineItemUrl;
        var lineItems = launch.Grades?.LineItems?.AbsoluteUri ?? known.LineItemsUrl;
        var isSetUp = known.IsSetUp;
        if (known.JourneyId is not { } journeyId)
        {
            (journeyId, isSetUp) = isPart
                ? await BeginOnPartAsync(sql, launch, known, place, new(null, lineItems, content))
                : await BeginAsync(sql, launch, place, new(lineItem, lineItems, content));
        }
        else if (lineItem != known.LineItemUrl || lineItems != known.LineItemsUrl)
        {
            await sql.ExecuteAsync(ChangedLineItems, lineItem, lineItems, journeyId);
        }

        if (content is not { } named)
        {
            return new RememberedLaunch(place.PersonId, place.CourseId, journeyId, isSetUp, null);
        }

        var (isOffered, mayTake) = (false, false);
        if (!isSetUp)
        {
            isSetUp = !await LooksLikeAnotherAsync(sql, launch, place.CourseId, journeyId)
                && await IsOfThisCourseAsync(sql, launch, named) && await sql.ExecuteAsync(Followed, named, journeyId) == 1;
        }
        else if (known.JourneyId is not null && named != known.LinkedDesignId && named != known.DesignId)
        {
            isOffered = await IsOfThisCourseAsync(sql, launch, named);
            mayTake = isOffered && await sql.FirstAsync(new(Begun, journeyId), _ => "begun") is null;
        }

        return new RememberedLaunch(place.PersonId, place.CourseId, journeyId, isSetUp, content)
        {
            IsOffered = isOffered, MayTakeOffered = mayTake,
        };
    }

    /// <summary>
    /// Whether another link of the course differs in nothing but percent-encoding: it may be the same one, after the platform changed how
    /// it writes ids. People's data are not given to another link by a guess; the teacher is asked (<c>Features/Setup</c>).
    /// </summary>
    private static async Task<bool> LooksLikeAnotherAsync(PlainSql sql, Launch launch, Guid courseId, Guid journeyId)
    {
        var others = await sql.FirstAsync(
            new(OtherLinks, courseId, journeyId, LinkSpelling.Separator), row => row.IsDBNull(0) ? "" : row.GetString(0));
        return others!.Split(LinkSpelling.Separator).Any(other => LinkSpelling.IsSame(other, launch.ResourceLink!.Id));
    }

    /// <summary>The journey of a link that is launched for the first time: one that was begun on a further link, else a new one.</summary>
    private static async Task<MatchedJourney> BeginAsync(PlainSql sql, Launch launch, Place place, LinkFacts link) =>
        link.Content is { } content
            && await LaunchedPart.TakePlaceAsync(sql, launch, place.CourseId, content, link.LineItem, link.LineItems) is { } begun
            ? begun
            : await InsertAsync(sql, launch, place, link);

    /// <summary>
    /// A journey that begins on a further link. Its column is that of the link to the whole, which nobody has opened yet.
    /// </summary>
    private static async Task<MatchedJourney> BeginOnPartAsync(
        PlainSql sql, Launch launch, KnownLaunch known, Place place, LinkFacts link)
    {
        var journey = await InsertAsync(sql, launch, place, link);
        await LaunchedPart.TieAsync(sql, launch, known, place, journey.Id);
        return journey;
    }

    /// <summary>
    /// Inserts the journey; the unique index makes two first launches one. Whoever comes second finds it as the first left it.
    /// </summary>
    private static async Task<MatchedJourney> InsertAsync(PlainSql sql, Launch launch, Place place, LinkFacts link) =>
        (await sql.FirstAsync(
            new(
                NewJourney, place.NewId, place.CourseId, launch.ResourceLink!.Id, link.LineItem, link.LineItems, place.Now.UtcDateTime,
                link.Content),
            MatchedJourney.Read))!;

    private static async Task<bool> IsOfThisCourseAsync(PlainSql sql, Launch launch, Guid designId)
    {
        var madeIn = await sql.FirstAsync(new(MadeIn, designId, launch.Platform.Id), row => row.GetString(0));
        return madeIn is not null && (madeIn == launch.Context!.Id || launch.ContextHistory.Ids.Contains(madeIn));
    }

    /// <summary>What the message says about the link.</summary>
    private readonly record struct LinkFacts(string? LineItem, string? LineItems, Guid? Content);
}
