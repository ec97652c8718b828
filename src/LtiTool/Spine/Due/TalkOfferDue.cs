using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Spine.Due;

/// <summary>The times that one of a pair offered are over: nobody is asked to take one any more.</summary>
internal sealed class TalkOfferDue(JourneyWriter writer) : LearnerDue(writer)
{
    protected override ValueTask<JourneyEvent?> DecideAsync(
        LearnerState learner, Guid subject, JourneyChange change, CancellationToken ct) =>
        ValueTask.FromResult<JourneyEvent?>(learner.Design.Find<BuddiesSection>() is null
            ? null
            : TalkConsequences.WhenOver(learner.Progress, subject, change.Now));
}
