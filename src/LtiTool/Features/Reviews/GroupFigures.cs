using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Reviews;

/// <summary>Counts a group's evidence by behaviour.</summary>
public sealed class GroupFigures(BuddyDbContext db, CurrentSession me)
{
    /// <summary>Figures by behaviour.</summary>
    public async Task<IReadOnlyList<BehaviourFigures>> OfAsync(Guid journeyId, JourneyDesign design, CancellationToken ct)
    {
        var tests = TestPeople.In(db, journeyId);
        var group = Seen(journeyId);
        var learners = await group.CountAsync(participation => !tests.Contains(participation.Id), ct);
        var counts = await db.BehaviourStandings
            .Where(standing => standing.JourneyId == journeyId && !tests.Contains(standing.ParticipationId)
                && group.Any(participation => participation.Id == standing.ParticipationId))
            .GroupBy(standing => standing.BehaviourId)
            .Select(same => new
            {
                BehaviourId = same.Key,
                Confirmed = same.Count(standing => standing.ConfirmedAt != null),
                Waiting = same.Count(standing => standing.ConfirmedAt == null && standing.Waiting > 0),
            })
            .ToDictionaryAsync(row => row.BehaviourId, ct);
        return [.. design.ActiveBehaviours.Select(behaviour => counts.TryGetValue(behaviour.Id, out var found)
            ? new BehaviourFigures(behaviour, learners, found.Confirmed, found.Waiting)
            : new BehaviourFigures(behaviour, learners, 0, 0))];
    }

    /// <summary>
    /// The learners with what they have, in the order of names; only those with a behaviour confirmed where
    /// one is given; the page with that row.
    /// </summary>
    public async Task<Paged<GroupLearner>> LearnersAsync(
        Guid journeyId, JourneyDesign design, Behaviour? confirmed, int? start, CancellationToken ct)
    {
        var behaviours = design.Behaviours.Select(behaviour => behaviour.Id).ToList();
        var only = confirmed?.Id;
        var tests = TestPeople.In(db, journeyId);
        var rows = await (
            from participation in Seen(journeyId)
            join person in db.People on participation.PersonId equals person.Id
            where (only == null || db.BehaviourStandings.Any(standing =>
                    standing.ParticipationId == participation.Id && standing.BehaviourId == only && standing.ConfirmedAt != null))
            orderby person.Name ?? person.ChosenName, participation.Id
            select new
            {
                participation.Id,
                person,
                IsTest = tests.Contains(participation.Id),
                Confirmed = db.BehaviourStandings.Count(standing =>
                    standing.ParticipationId == participation.Id
                        && standing.ConfirmedAt != null
                        && behaviours.Contains(standing.BehaviourId)),
            }).AsNoTracking().PageAsync(start, ct);
        return rows.As(row => new GroupLearner(row.Id, row.person.DisplayName, row.IsTest, row.Confirmed));
    }

    /// <summary>Those whom this person may know of.</summary>
    private IQueryable<Participation> Seen(Guid journeyId)
    {
        var all = db.Participations.Where(participation => participation.JourneyId == journeyId);
        return Groups.SeenBy(db, me) is { } seen ? all.Where(participation => seen.Contains(participation.Id)) : all;
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
/// <param name="IsTest">Whether it is a platform's test person.</param>
/// <param name="Confirmed">Behaviours with at least one confirmed situation.</param>
public sealed record GroupLearner(Guid ParticipationId, string Name, bool IsTest, int Confirmed);
