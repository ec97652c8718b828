using System.Globalization;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Grades;

namespace LearningBuddy.LtiTool.Features.Grades;

/// <summary>Points in the set-up.</summary>
public sealed class GradesSectionForm() : SectionForm<GradesSection>("grades")
{
    /// <summary>Points, as a number input writes them.</summary>
    public string? Maximum { get; set; }

    /// <inheritdoc />
    protected override GradesSection Default(JourneyDesign design) => new();

    /// <inheritdoc />
    protected override void Fill(GradesSection section) => Maximum = section.Maximum.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc />
    protected override GradesSection Over(GradesSection before, JourneyDesign design) =>
        new(double.TryParse(Maximum, NumberStyles.Float, CultureInfo.InvariantCulture, out var points) ? points : 0);
}
