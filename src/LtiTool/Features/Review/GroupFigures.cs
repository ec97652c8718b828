using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Practice;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Review;

/// <summary>Counts a group's evidence by behaviour, from the events that confirmed it.</summary>
public sealed class GroupFigures(BuddyDbContext db)
{
    /// <summary>Figures by behaviour, and the learners with what they have.</summary>
    public async Task<(IReadOnlyList<BehaviourFigures> Behaviours, IReadOnlyList<GroupLearner> Learners)> OfAsync(
        Guid journeyId, JourneyDefinition definition, CancellationToken ct)
    {
        var learners = await (
            from participation in db.Participations
            join person in db.People on participation.PersonId equals person.Id
            where participation.JourneyId == journeyId
            orderby person.Name ?? person.ChosenName
            select new { participation.Id, person }).AsNoTracking().Take(1000).ToListAsync(ct);
        var confirmed = await db.Events.AsNoTracking()
            .Where(row => row.JourneyId == journeyId && row.Type == nameof(JourneyEvent.EvidenceConfirmed))
            .OrderBy(row => row.Sequence)
            .Take(20000)
            .ToListAsync(ct);
        var waiting = await (
            from evidence in db.Evidence
            join participation in db.Participations on evidence.ParticipationId equals participation.Id
            where participation.JourneyId == journeyId && evidence.State == EvidenceState.Submitted
            orderby evidence.SubmittedAt, evidence.Id
            select new { evidence.ParticipationId, evidence.Draft }).AsNoTracking().Take(5000).ToListAsync(ct);

        var done = confirmed
            .SelectMany(row => ((JourneyEvent.EvidenceConfirmed)row.ToEvent().What).Evidence.Behaviours.Select(behaviour => (behaviour.Id, row.ParticipationId)))
            .Distinct()
            .ToLookup(pair => pair.Id, pair => pair.ParticipationId);
        var open = waiting.SelectMany(row => row.Draft.BehaviourIds.Select(id => (id, row.ParticipationId))).Distinct().ToLookup(pair => pair.id, pair => pair.ParticipationId);
        var behaviours = definition.Behaviours
            .Select(behaviour => new BehaviourFigures(
                behaviour, learners.Count, done[behaviour.Id].Count(), open[behaviour.Id].Except(done[behaviour.Id]).Count()))
            .ToList();
        return (behaviours, learners.ConvertAll(row => new GroupLearner(
            row.Id, row.person.DisplayName, definition.Behaviours.Count(behaviour => done[behaviour.Id].Contains(row.Id)))));
    }
}

/// <summary>How many learners have shown a behaviour.</summary>
/// <param name="Behaviour">Which.</param>
/// <param name="Learners">Of how many.</param>
/// <param name="Confirmed">Learners with at least one confirmed situation.</param>
/// <param name="Waiting">Learners without one, whose evidence waits to be read.</param>
public sealed record BehaviourFigures(Behaviour Behaviour, int Learners, int Confirmed, int Waiting);

/// <summary>A learner of the group.</summary>
/// <param name="ParticipationId">The participation.</param>
/// <param name="Name">The learner's name.</param>
/// <param name="Confirmed">Behaviours with at least one confirmed situation.</param>
public sealed record GroupLearner(Guid ParticipationId, string Name, int Confirmed);
