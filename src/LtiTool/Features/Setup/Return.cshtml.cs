using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Grades;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>Hands the link to the LMS, signed at this moment.</summary>
[Needs(Thing.Design, Right.Write)]
public sealed class ReturnModel(
    JourneyDesigns designs, IPlatformDirectory platforms, DeepLinkingResponse response, IOptions<LearningBuddyOptions> options,
    CurrentSession me)
    : PageModel
{
    /// <summary>Answers with the page that posts to the LMS.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (me.Facts.DeepLinking is not { } settings || await designs.FindAsync(id, ct) is not { } design
            || await platforms.FindAsync(me.PlatformId, ct) is not { } platform)
        {
            return NotFound();
        }

        var jwt = await response.SignAsync(
            platform, me.Facts.DeploymentId, settings, [Item(id, await designs.NewestAsync(design, ct))], ct);
        await DeepLinkingReturn.WriteAsync(HttpContext, settings, jwt, me.Facts.FrameAncestors, me.Facts.Locale);
        return new EmptyResult();
    }

    private ContentItem Item(Guid id, JourneyDesign design)
    {
        var launch = new Uri(options.Value.PublicUrl, "/lti/launch");
        return new ContentItem
        {
            Title = design.Title,
            Text = design.Summary,
            Url = launch,
            Custom = new Dictionary<string, string> { [LaunchedJourney.ContentParameter] = id.ToString() },
            LineItem = design.Find<GradesSection>() is { } grades
                ? new ContentLineItem(design.Title, grades.Maximum, id.ToString(), LineItems.Tag, launch)
                : null,
            FrameHeight = 900,
            DueAt = design.EndsOn is { Year: >= DesignRules.FirstYear and <= DesignRules.LastYear } end
                ? EndOf(end, design.TimeZone)
                : null,
        };
    }

    private static DateTimeOffset EndOf(DateOnly day, string timeZone)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var known) ? known : TimeZoneInfo.Utc;
        var local = day.ToDateTime(new TimeOnly(23, 59));
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
