using LearningBuddy.Shared.Core;
using IoPath = System.IO.Path;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>Where the templates stand: <c>lti-config/journeys</c> beside the program.</summary>
/// <param name="changes">What a host changes in every template: none does but the tests', where nothing may hang on chance.</param>
internal sealed class TemplateShelf(IEnumerable<TemplateChange> changes)
{
    private JourneyTemplates? templates;

    /// <summary>The templates.</summary>
    /// <exception cref="InvalidOperationException">They were not read yet.</exception>
    public JourneyTemplates Templates => templates ?? throw new InvalidOperationException("The templates were not read yet.");

    /// <summary>Reads them.</summary>
    public async Task FillAsync() =>
        templates = await JourneyTemplates.ReadAsync(
        IoPath.Combine(AppContext.BaseDirectory, "lti-config", "journeys"),
        design => changes.Aggregate(design, (before, change) => change(before)));
}

/// <summary>Changes a template before anybody starts from it.</summary>
internal delegate JourneyDesign TemplateChange(JourneyDesign design);
