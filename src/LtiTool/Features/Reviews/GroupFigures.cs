using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Sprints;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Reviews;

/// <summary>The learners of a group that the reader may know of, with what the stored figures say about them.</summary>
public sealed class GroupFigures(BuddyDbContext db, CurrentSession me)
{
    /// <summary>How many learners there are; test persons are not counted.</summary>
    public Task<int> CountAsync(Guid journeyId, CancellationToken ct) => Counted(journeyId).CountAsync(ct);

    /// <summary>
    /// The learners with what they have, in the order of names; only those with a behaviour confirmed where one is given; the page with
    /// that row. Test persons are among them, marked.
    /// </summary>
    public Task<Paged<GroupLearner>> LearnersAsync(
        Guid journeyId, JourneyDesign design, Behaviour? confirmed, int? start, CancellationToken ct)
    {
        var only = confirmed?.Id;
        return PageAsync(
            journeyId,
            design,
            Seen(journeyId).Where(participation => only == null || db.BehaviourStandings.Any(standing =>
                standing.ParticipationId == participation.Id && standing.BehaviourId == only && standing.ConfirmedAt != null)),
            start,
            ct);
    }

    /// <summary>The same for some of the learners only.</summary>
    internal Task<Paged<GroupLearner>> LearnersAsync(
        Guid journeyId, JourneyDesign design, IQueryable<Guid> only, int? start, CancellationToken ct) =>
        PageAsync(journeyId, design, Seen(journeyId).Where(participation => only.Contains(participation.Id)), start, ct);

    /// <summary>Those whom this person may know of.</summary>
    internal IQueryable<Participation> Seen(Guid journeyId)
    {
        var all = db.Participations.Where(participation => participation.JourneyId == journeyId);
        return Groups.SeenBy(db, me) is { } seen ? all.Where(participation => seen.Contains(participation.Id)) : all;
    }

    /// <summary>Those of them who are counted: no platform's test person.</summary>
    internal IQueryable<Participation> Counted(Guid journeyId) => Groups.Counted(db, me, journeyId);

    private async Task<Paged<GroupLearner>> PageAsync(
        Guid journeyId, JourneyDesign design, IQueryable<Participation> learners, int? start, CancellationToken ct)
    {
        var behaviours = design.Behaviours.Select(behaviour => behaviour.Id).ToList();
        var isChosen = SprintsSection.IsChosenIn(design);
        var tests = TestPeople.In(db, journeyId);
        var rows = await (
            from participation in learners
            join person in db.People on participation.PersonId equals person.Id
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
                Practised = db.BehaviourStandings.Count(standing => standing.ParticipationId == participation.Id && standing.IsPractised),
            }).AsNoTracking().PageAsync(start, ct);
        return rows.As(row => new GroupLearner(
            row.Id,
            row.person.DisplayName,
            row.IsTest,
            row.Confirmed,
            isChosen ? Math.Max(row.Practised, row.Confirmed) : behaviours.Count));
    }
}

/// <summary>A learner of the group.</summary>
/// <param name="ParticipationId">The participation.</param>
/// <param name="Name">The learner's name.</param>
/// <param name="IsTest">Whether it is a platform's test person.</param>
/// <param name="Confirmed">Behaviours with at least one confirmed situation.</param>
/// <param name="Of">Of how many; 0 while the learner has not chosen.</param>
public sealed record GroupLearner(Guid ParticipationId, string Name, bool IsTest, int Confirmed, int Of);
