using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Path;

namespace LearningBuddy.LtiTool.Features.Path;

/// <summary>What the levels of the scale are called.</summary>
internal static class PathLevels
{
    private static readonly IReadOnlyList<string> Usual = ["path.level-0", "path.level-1", "path.level-2", "path.level-3"];

    /// <summary>The names, the least first: those of the design, else the product's own in the reader's language.</summary>
    public static IReadOnlyList<string> Of(PathSection section, Localizer texts) =>
        section.Scale.Count > 0 ? section.Scale : [.. Usual.Select(id => texts.Plain(id))];
}
