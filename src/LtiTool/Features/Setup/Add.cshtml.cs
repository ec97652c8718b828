using System.Globalization;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Doors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>Where deep linking begins: an instructor picks a template.</summary>
[For(Audience.Instructors)]
public sealed class AddModel(JourneyTemplates templates, JourneyDesigns designs, CurrentSession me) : PageModel
{
    /// <summary>The templates, in the reader's language.</summary>
    public IReadOnlyList<JourneyTemplate> Templates => templates.For(CultureInfo.CurrentUICulture);

    /// <summary>Designs made in this course before.</summary>
    public IReadOnlyList<LearningBuddy.Shared.Journeys.JourneyContent> Earlier { get; private set; } = [];

    /// <summary>Whether this came from the LMS's "add an activity".</summary>
    public bool IsDeepLinking => me.Purpose == LtiMessageType.DeepLinking;

    /// <summary>Shows the choice.</summary>
    public async Task OnGetAsync(CancellationToken ct) => Earlier = await designs.ToCopyFromAsync(ct);

    /// <summary>Makes a design from a template and opens it.</summary>
    public async Task<IActionResult> OnPostAsync(string template, CancellationToken ct) =>
        Templates.FirstOrDefault(known => known.Definition.TemplateId == template) is { } chosen
            ? RedirectToPage("/Setup/Edit", new { id = await designs.MakeAsync(chosen.Definition, ct) })
            : RedirectToPage();

    /// <summary>Makes a design from an earlier one: settings are copied, never people's data.</summary>
    public async Task<IActionResult> OnPostCopyAsync(Guid from, CancellationToken ct) =>
        await designs.FindAsync(from, ct) is { } source
            ? RedirectToPage("/Setup/Edit", new { id = await designs.MakeAsync(source.Definition, ct) })
            : RedirectToPage();
}
