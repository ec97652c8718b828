using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Nudges;

namespace LearningBuddy.LtiTool.Spine.Due;

/// <summary>An exercise is put into the inbox. Somebody who left the course gets none.</summary>
internal sealed class NudgeDue(JourneyWriter writer) : LearnerDue(writer)
{
    protected override ValueTask<JourneyEvent?> DecideAsync(
        LearnerState learner, Guid subject, JourneyChange change, CancellationToken ct) =>
        new(learner.Design.Find<NudgesSection>() is null
            ? null
            : NudgeLadder.WhenDue(learner.Progress, subject, learner.Place.IsInCourse, change.Now));
}
