using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Spine;

/// <summary>How far each learner is with each behaviour.</summary>
internal sealed class StandingProjection : IProjection
{
    public async Task ProjectAsync(ChangeContext context, CancellationToken ct)
    {
        foreach (var learner in context.Learners.Where(HasMoved))
        {
            var id = learner.Participation.Id;
            await context.Db.BehaviourStandings.Where(row => row.ParticipationId == id).ExecuteDeleteAsync(ct);
            context.Db.BehaviourStandings.AddRange(Rows(learner));
        }
    }

    private static bool HasMoved(LearnerState learner) =>
        !ReferenceEquals(learner.Before.Of<EvidenceProgress>(), learner.Progress.Of<EvidenceProgress>())
        || !ReferenceEquals(learner.Before.Of<CertificationProgress>(), learner.Progress.Of<CertificationProgress>());

    private static IEnumerable<BehaviourStandingRow> Rows(LearnerState learner) =>
        from behaviour in learner.Design.Behaviours
        let standing = BehaviourStanding.Of(learner.Progress, behaviour.Id)
        let held = learner.Progress.Of<CertificationProgress>().Held.GetValueOrDefault(behaviour.Id)
        where standing.Confirmed.Count > 0 || standing.Waiting.Count > 0 || held is not null
        select new BehaviourStandingRow
        {
            ParticipationId = learner.Participation.Id,
            BehaviourId = behaviour.Id,
            JourneyId = learner.Participation.JourneyId,
            Waiting = standing.Waiting.Count,
            Confirmed = standing.Confirmed.Count,
            ConfirmedAt = standing.First?.Confirmed!.At,
            CertifiedAt = held?.At,
        };
}
