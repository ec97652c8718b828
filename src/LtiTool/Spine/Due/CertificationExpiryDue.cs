using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Spine.Due;

/// <summary>A certification runs out. Nothing does where the theme was switched off meanwhile.</summary>
internal sealed class CertificationExpiryDue(JourneyWriter writer) : LearnerDue(writer)
{
    protected override ValueTask<JourneyEvent?> DecideAsync(
        LearnerState learner, Guid subject, JourneyChange change, CancellationToken ct) =>
        new(learner.Design.Find<CertificationSection>() is null ? null : CertificationConsequences.WhenDue(learner.Progress, subject));
}
