using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Sprints;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Spine;

/// <summary>
/// How far each learner is with each behaviour. Where learners choose what to practise, there is a row for everything they practise, so
/// that pages about a group know how much that is.
/// </summary>
internal sealed class StandingProjection : IProjection
{
    public async Task ProjectAsync(ChangeContext context, CancellationToken ct)
    {
        foreach (var learner in context.Learners.Where(learner => HasMoved(learner) || HasNewDesign(context, learner)))
        {
            var id = learner.Participation.Id;
            await context.Db.BehaviourStandings.Where(row => row.ParticipationId == id).ExecuteDeleteAsync(ct);
            context.Db.BehaviourStandings.AddRange(Rows(learner));
        }
    }

    private static bool HasNewDesign(ChangeContext context, LearnerState learner) =>
        context.EventsOf(learner).Any(recorded => recorded.What is DesignChanged);

    private static bool HasMoved(LearnerState learner) =>
        !ReferenceEquals(learner.Before.Of<EvidenceProgress>(), learner.Progress.Of<EvidenceProgress>())
        || !ReferenceEquals(learner.Before.Of<CertificationProgress>(), learner.Progress.Of<CertificationProgress>())
        || !ReferenceEquals(learner.Before.Of<SprintsProgress>(), learner.Progress.Of<SprintsProgress>());

    private static IEnumerable<BehaviourStandingRow> Rows(LearnerState learner)
    {
        var isChosen = learner.Design.Find<SprintsSection>() is { IsChosen: true };
        var practised = isChosen && SprintChoice.Of(learner.Design, learner.Progress).Count == 0
            ? []
            : SprintChoice.Practised(learner.Design, learner.Progress).Select(behaviour => behaviour.Id).ToHashSet(StringComparer.Ordinal);
        return
            from row in Rows(learner, practised)
            where row.Confirmed > 0 || row.Waiting > 0 || row.CertifiedAt is not null || (isChosen && row.IsPractised)
            select row;
    }

    private static IEnumerable<BehaviourStandingRow> Rows(LearnerState learner, HashSet<string> practised) =>
        from behaviour in learner.Design.Behaviours
        let standing = BehaviourStanding.Of(learner.Progress, behaviour.Id)
        let held = learner.Progress.Of<CertificationProgress>().Held.GetValueOrDefault(behaviour.Id)
        select new BehaviourStandingRow
        {
            ParticipationId = learner.Participation.Id,
            BehaviourId = behaviour.Id,
            JourneyId = learner.Participation.JourneyId,
            IsPractised = practised.Contains(behaviour.Id),
            Waiting = standing.Waiting.Count,
            Confirmed = standing.Confirmed.Count,
            ConfirmedAt = standing.First?.Confirmed!.At,
            CertifiedAt = held?.At,
            CanHelp = held is not null && learner.Progress.Of<CertificationProgress>().OffersHelp,
        };
}
