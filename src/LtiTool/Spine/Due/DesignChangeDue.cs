using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;

namespace LearningBuddy.LtiTool.Spine.Due;

/// <summary>A journey has a new design: grade, certification and figures of one learner are worked out again under it.</summary>
internal sealed class DesignChangeDue(JourneyWriter writer) : LearnerDue(writer)
{
    protected override ValueTask<JourneyEvent?> DecideAsync(
        LearnerState learner, Guid subject, JourneyChange change, CancellationToken ct) =>
        new(new DesignChanged(learner.Place.Journey.DesignNumber));
}
