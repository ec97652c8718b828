using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Spine.Due;

/// <summary>A certification runs out.</summary>
internal sealed class CertificationExpiryDue(JourneyWriter writer) : LearnerDue(writer)
{
    protected override ValueTask<JourneyEvent?> DecideAsync(
        LearnerState learner, Guid subject, JourneyChange change, CancellationToken ct) =>
        new(CertificationConsequences.WhenDue(learner.Progress, subject));
}
