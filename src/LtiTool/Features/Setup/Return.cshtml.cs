using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Grades;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>Hands the links to the LMS, signed at this moment: the journey, and parts of it that were asked for.</summary>
[Needs(Thing.Design, Right.Write)]
public sealed class ReturnModel(
    JourneyDesigns designs, CourseJourneys journeys, IPlatformDirectory platforms, DeepLinkingResponse response,
    IOptions<LearningBuddyOptions> options, CurrentSession me)
    : PageModel
{
    /// <summary>Answers with the page that posts to the LMS.</summary>
    /// <param name="id">The design.</param>
    /// <param name="part">Names of the parts that get a link of their own.</param>
    /// <param name="ownColumns">Whether each of them gets a column of its own.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, string[] part, bool ownColumns, CancellationToken ct)
    {
        if (me.Facts.DeepLinking is not { } settings || await designs.FindAsync(id, ct) is not { } design
            || await platforms.FindAsync(me.PlatformId, ct) is not { } platform)
        {
            return NotFound();
        }

        var wanted = new Wanted(id, await designs.NewestAsync(design, ct), part, ownColumns);
        var items = Items(wanted, await journeys.HasAsync(id, ct));
        var jwt = await response.SignAsync(platform, me.Facts.DeploymentId, settings, items, ct);
        await DeepLinkingReturn.WriteAsync(HttpContext, settings, jwt, me.Facts.FrameAncestors, me.Facts.Locale);
        return new EmptyResult();
    }

    /// <summary>The link to the whole comes once, with the column. What is there already gets further links only.</summary>
    private IReadOnlyList<ContentItem> Items(Wanted wanted, bool isThere)
    {
        var parts = JourneyPart.Of(wanted.Design).Where(part => wanted.Parts.Contains(part.Name));
        return !isThere
            ? [Item(wanted), .. parts.Where(part => part != JourneyPart.Whole).Select(part => Further(wanted, part))]
            : [.. parts.DefaultIfEmpty(JourneyPart.Whole).Select(part => Further(wanted, part))];
    }

    private ContentItem Item(Wanted wanted) => new()
    {
        Title = wanted.Design.Title,
        Text = wanted.Design.Summary,
        Url = Launch,
        Custom = new Dictionary<string, string> { [LaunchedJourney.ContentParameter] = wanted.Id.ToString() },
        LineItem = Column(wanted, wanted.Design.Title, wanted.Id.ToString(), LineItems.Tag),
        FrameHeight = 900,
        DueAt = wanted.Design.EndsOn is { Year: >= DesignRules.FirstYear and <= DesignRules.LastYear } end
            ? EndOf(end, wanted.Design.TimeZone)
            : null,
    };

    /// <summary>A link that opens at a part, named in the language of the journey; with a column where that was asked for.</summary>
    private ContentItem Further(Wanted wanted, JourneyPart part)
    {
        var words = Localizer.In(wanted.Design.Language);
        var title = part == JourneyPart.Whole
            ? wanted.Design.Title
            : words.Plain("setup.part-of", words.Plain(part.Text), wanted.Design.Title);
        var column = wanted.OwnColumns ? Column(wanted, title, $"{wanted.Id}:{part.Name}", LineItems.PartTag) : null;
        var custom = new Dictionary<string, string>
        {
            [LaunchedJourney.ContentParameter] = wanted.Id.ToString(), [LaunchedPart.PartParameter] = part.Name,
        };
        if (column is not null)
        {
            custom[LaunchedPart.ColumnParameter] = LaunchedPart.OwnColumn;
        }

        return new() { Title = title, Url = Launch, Custom = custom, LineItem = column, FrameHeight = 900 };
    }

    private ContentLineItem? Column(Wanted wanted, string label, string resourceId, string tag) =>
        wanted.Design.Find<GradesSection>() is { } grades ? new(label, grades.Maximum, resourceId, tag, Launch) : null;

    private Uri Launch => new(options.Value.PublicUrl, "/lti/launch");

    private static DateTimeOffset EndOf(DateOnly day, string timeZone)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var known) ? known : TimeZoneInfo.Utc;
        var local = day.ToDateTime(new TimeOnly(23, 59));
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>What is to be handed over.</summary>
    private sealed record Wanted(Guid Id, JourneyDesign Design, string[] Parts, bool OwnColumns);
}
