using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Evidence;

/// <summary>Learners write down what they did.</summary>
public sealed record EvidenceSection : IDesignSection
{
    /// <inheritdoc />
    public IEnumerable<DesignFault> Check(JourneyDesign design) => [];
}
