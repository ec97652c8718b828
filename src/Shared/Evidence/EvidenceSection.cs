using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Evidence;

/// <summary>Learners write down what they did.</summary>
public sealed record EvidenceSection : IDesignSection
{
    private const int MinutesToTry = 15;
    private const int MinutesToWrite = 5;

    /// <inheritdoc />
    public IEnumerable<DesignFault> Check(JourneyDesign design) => [];

    internal static IEnumerable<Effort> Effort(JourneyDesign design)
    {
        var situations = CertificationSection.SituationsOf(design);
        yield return new(EffortBy.Learner, EffortKind.AtWork, situations * MinutesToTry);
        yield return new(EffortBy.Learner, EffortKind.Alone, situations * MinutesToWrite);
    }
}
