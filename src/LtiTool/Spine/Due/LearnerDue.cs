using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Spine.Due;

/// <summary>Something due about one learner that is decided purely: what is to be noted, or nothing.</summary>
internal abstract class LearnerDue(JourneyWriter writer) : IDueKind
{
    public async Task<DateTimeOffset?> HandleAsync(DueItemRow item, CancellationToken ct)
    {
        if (item.ParticipationId is not { } participationId)
        {
            return null;
        }

        await writer.ChangeAsync(
            Subjects.Of(participationId),
            Actor.Tool,
            async change =>
            {
                // Whoever was deleted meanwhile has nothing due.
                if (change.Learner(participationId) is { } learner && await DecideAsync(learner, item.SubjectId, change, ct) is { } what)
                {
                    change.Happened(participationId, what);
                }

                return true;
            },
            ct);
        return null;
    }

    /// <summary>What is to be noted now, or null.</summary>
    protected abstract ValueTask<JourneyEvent?> DecideAsync(LearnerState learner, Guid subject, JourneyChange change, CancellationToken ct);
}
