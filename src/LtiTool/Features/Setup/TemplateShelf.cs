namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>Where the templates stand: <c>lti-config/journeys</c> beside the program.</summary>
internal sealed class TemplateShelf
{
    private JourneyTemplates? templates;

    /// <summary>The templates.</summary>
    /// <exception cref="InvalidOperationException">They were not read yet.</exception>
    public JourneyTemplates Templates => templates ?? throw new InvalidOperationException("The templates were not read yet.");

    /// <summary>Reads them.</summary>
    public async Task FillAsync() =>
        templates = await JourneyTemplates.ReadAsync(Path.Combine(AppContext.BaseDirectory, "lti-config", "journeys"));
}
