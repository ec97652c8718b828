using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>Practice evidence in the set-up.</summary>
public sealed class EvidenceSectionForm() : SectionForm<EvidenceSection>("evidence")
{
    /// <inheritdoc />
    protected override EvidenceSection Default(JourneyDesign design) => new();

    /// <inheritdoc />
    protected override void Fill(EvidenceSection section)
    {
        // There is nothing to set but whether there is any.
    }

    /// <inheritdoc />
    protected override EvidenceSection Over(EvidenceSection before, JourneyDesign design) => before;
}
