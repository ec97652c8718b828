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
    /// <param name="ct">Stops reading.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, string[] part, CancellationToken ct)
    {
        if (me.Facts.DeepLinking is not { } settings || await designs.FindAsync(id, ct) is not { } design
            || await platforms.FindAsync(me.PlatformId, ct) is not { } platform)
        {
            return NotFound();
        }

        var items = Items(id, await designs.NewestAsync(design, ct), part, await journeys.HasAsync(id, ct));
        var jwt = await response.SignAsync(platform, me.Facts.DeploymentId, settings, items, ct);
        await DeepLinkingReturn.WriteAsync(HttpContext, settings, jwt, me.Facts.FrameAncestors, me.Facts.Locale);
        return new EmptyResult();
    }

    /// <summary>The link to the whole comes once, with the column. What is there already gets further links, none with a column.</summary>
    private IReadOnlyList<ContentItem> Items(Guid id, JourneyDesign design, string[] chosen, bool isThere)
    {
        var parts = JourneyPart.Of(design).Where(part => chosen.Contains(part.Name));
        return !isThere ? [Item(id, design), .. parts.Where(part => part != JourneyPart.Whole).Select(part => Further(id, design, part))]
            : [.. parts.DefaultIfEmpty(JourneyPart.Whole).Select(part => Further(id, design, part))];
    }

    private ContentItem Item(Guid id, JourneyDesign design) => new()
    {
        Title = design.Title,
        Text = design.Summary,
        Url = Launch,
        Custom = new Dictionary<string, string> { [LaunchedJourney.ContentParameter] = id.ToString() },
        LineItem = design.Find<GradesSection>() is { } grades
            ? new ContentLineItem(design.Title, grades.Maximum, id.ToString(), LineItems.Tag, Launch)
            : null,
        FrameHeight = 900,
        DueAt = design.EndsOn is { Year: >= DesignRules.FirstYear and <= DesignRules.LastYear } end
            ? EndOf(end, design.TimeZone)
            : null,
    };

    /// <summary>A link that opens at a part, named in the language of the journey.</summary>
    private ContentItem Further(Guid id, JourneyDesign design, JourneyPart part) => new()
    {
        Title = part == JourneyPart.Whole
            ? design.Title
            : Localizer.In(design.Language).Plain("setup.part-of", Localizer.In(design.Language).Plain(part.Text), design.Title),
        Url = Launch,
        Custom = new Dictionary<string, string>
        {
            [LaunchedJourney.ContentParameter] = id.ToString(), [LaunchedPart.PartParameter] = part.Name,
        },
        FrameHeight = 900,
    };

    private Uri Launch => new(options.Value.PublicUrl, "/lti/launch");

    private static DateTimeOffset EndOf(DateOnly day, string timeZone)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var known) ? known : TimeZoneInfo.Utc;
        var local = day.ToDateTime(new TimeOnly(23, 59));
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
