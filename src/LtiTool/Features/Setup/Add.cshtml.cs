using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>Where deep linking begins: an instructor picks a template.</summary>
[Needs(Thing.Design, Right.Write)]
public sealed class AddModel(
    JourneyTemplates templates, JourneyDesigns designs, IPlatformDirectory platforms, DeepLinkingResponse response, CurrentSession me,
    Localizer texts)
    : PageModel
{
    /// <summary>Whether the LMS asked for something that can't be added here: then there is nothing to choose.</summary>
    public bool CanOnlyGoBack => me.Facts.DeepLinking is { TakesLinks: false };

    /// <summary>The templates, in the reader's language.</summary>
    public IReadOnlyList<JourneyTemplate> Templates => templates.For(texts.Culture);

    /// <summary>Designs made in this course before.</summary>
    public IReadOnlyList<Design> Earlier { get; private set; } = [];

    /// <summary>Whether this came from the LMS's "add an activity".</summary>
    public bool IsDeepLinking => me.Purpose == LtiMessageType.DeepLinking;

    /// <summary>Shows the choice.</summary>
    public async Task OnGetAsync(CancellationToken ct) => Earlier = await designs.ToCopyFromAsync(ct);

    /// <summary>Tells the LMS why nothing is added (Deep Linking 2.0, 4.5).</summary>
    public async Task<IActionResult> OnPostBackAsync(CancellationToken ct)
    {
        if (me.Facts.DeepLinking is not { } settings || await platforms.FindAsync(me.PlatformId, ct) is not { } platform)
        {
            return NotFound();
        }

        var jwt = await response.SignErrorAsync(
            platform, me.Facts.DeploymentId, settings, texts.Plain("setup.takes-no-links"), "accept_types has no ltiResourceLink", ct);
        await DeepLinkingReturn.WriteAsync(HttpContext, settings, jwt, me.Facts.FrameAncestors, me.Facts.Locale);
        return new EmptyResult();
    }

    /// <summary>Makes a design from a template and opens it.</summary>
    public async Task<IActionResult> OnPostAsync(string template, CancellationToken ct) =>
        Templates.FirstOrDefault(known => known.Design.TemplateId == template) is { } chosen
            ? RedirectToPage("/Setup/Edit", new { id = await designs.MakeAsync(chosen.Design, ct) })
            : RedirectToPage();

    /// <summary>Makes a design from an earlier one: settings are copied, never people's data.</summary>
    public async Task<IActionResult> OnPostCopyAsync(Guid from, CancellationToken ct) =>
        await designs.FindAsync(from, ct) is { } source
            ? RedirectToPage("/Setup/Edit", new { id = await designs.MakeAsync(await designs.NewestAsync(source, ct), ct) })
            : RedirectToPage();
}
