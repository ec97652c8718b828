using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Sessions;

namespace LearningBuddy.LtiTool.Features.Sessions;

/// <summary>Group sessions in the set-up.</summary>
public sealed class SessionsSectionForm() : SectionForm<SessionsSection>("sessions")
{
    /// <summary>What the groups talk through, one question a line.</summary>
    public string? Prompts { get; set; }

    /// <summary>How long they talk.</summary>
    public int Minutes { get; set; }

    /// <summary>Most people in a group.</summary>
    public int GroupSize { get; set; }

    /// <inheritdoc />
    protected override SessionsSection Default(JourneyDesign design) => new();

    /// <inheritdoc />
    protected override void Fill(SessionsSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        (Prompts, Minutes, GroupSize) = (string.Join('\n', section.Prompts), section.Minutes, section.GroupSize);
    }

    /// <inheritdoc />
    protected override SessionsSection Over(SessionsSection before, JourneyDesign design) => new(Minutes, GroupSize)
    {
        Prompts = [.. CleanText.Of(Prompts).Split('\n').Select(line => line.Trim()).Where(CleanText.IsVisible)],
    };
}
