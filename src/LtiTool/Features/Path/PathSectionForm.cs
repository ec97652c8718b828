using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Path;

namespace LearningBuddy.LtiTool.Features.Path;

/// <summary>Where learners stand, in the set-up.</summary>
public sealed class PathSectionForm() : SectionForm<PathSection>("path")
{
    /// <summary>Whether these fields were in the form: an emptied one says as much as a filled one.</summary>
    public bool IsWhole { get; set; }

    /// <summary>Names of the levels, one a line; empty for those of the product.</summary>
    public string? Scale { get; set; }

    /// <summary>Keys of the behaviours that matter most.</summary>
    public IList<string> Essential { get; set; } = [];

    /// <inheritdoc />
    protected override PathSection Default(JourneyDesign design) => new();

    /// <inheritdoc />
    protected override void Fill(PathSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        (Scale, Essential) = (string.Join('\n', section.Scale), [.. section.Essential]);
    }

    private static bool IsPractised(JourneyDesign design, string id) => design.FindBehaviour(id) is { Retired: false };

    /// <summary>A behaviour that was taken out matters no more.</summary>
    protected override PathSection Over(PathSection before, JourneyDesign design)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(design);
        return before with
        {
            Scale = !IsWhole
                ? before.Scale
                : [.. CleanText.Of(Scale).Split('\n').Where(CleanText.IsVisible)
                    .Select(name => CleanText.Cut(CleanText.Line(name), PathSection.LongestName))],
            Essential = !IsWhole
                ? [.. before.Essential.Where(id => IsPractised(design, id))]
                : [.. before.Essential.Union(Essential).Where(id => Essential.Contains(id) && IsPractised(design, id))],
        };
    }
}
