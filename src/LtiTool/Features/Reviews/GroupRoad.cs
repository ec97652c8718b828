using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.Sprints;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Reviews;

/// <summary>
/// Where the learners of a group are on the road. It is read off the stored figures in one question, however many learners there are.
/// What came back counts as still to be practised: the figures hold what is confirmed or waits.
/// </summary>
public sealed class GroupRoad(BuddyDbContext db, GroupFigures group)
{
    /// <summary>The phases of the road with how many learners are in each, in their order. Test persons are not counted.</summary>
    public async Task<IReadOnlyList<PhaseCount>> OfAsync(Guid journeyId, JourneyDesign design, CancellationToken ct)
    {
        var counts = await Placed(journeyId, design).Select(learner => learner.Place).GroupBy(place => place)
            .Select(same => new { Place = same.Key, Learners = same.Count() })
            .ToDictionaryAsync(row => row.Place, row => row.Learners, ct);
        return [.. Names(design).Select((name, place) => new PhaseCount(name, counts.GetValueOrDefault(place)))];
    }

    /// <summary>The learners who are in a phase, as a part of a question; null when the road has no such phase.</summary>
    internal IQueryable<Guid>? In(Guid journeyId, JourneyDesign design, string phase)
    {
        var place = Names(design).IndexOf(phase);
        return place < 0
            ? null
            : Placed(journeyId, design).Where(learner => learner.Place == place).Select(learner => learner.ParticipationId);
    }

    /// <summary>A learner is in the first phase that isn't done, else in the last one, as on the learner's own road.</summary>
    private IQueryable<PlacedLearner> Placed(Guid journeyId, JourneyDesign design)
    {
        var names = Names(design);
        var (choice, buddy, practice, confirmation, certificate, last) = (
            names.IndexOf("choice"), names.IndexOf("buddy"),
            names.IndexOf("practice"), names.IndexOf("confirmation"), names.IndexOf("certificate"),
            names.Count - 1);
        var asked = design.ActiveBehaviours.Select(behaviour => behaviour.Id).ToList();
        var toChoose = design.Find<SprintsSection>() is { IsChosen: true } section ? section.Choose : 0;
        var sprints = design.Find<SprintsSection>()?.Sprints.Select(sprint => sprint.Id).ToList() ?? [];
        var choices = db.SprintChoices.Where(row => sprints.Contains(row.SprintId));
        var pairs = db.Groups.Where(pair =>
            pair.JourneyId == journeyId && pair.Kind == GroupKind.BuddyPair && pair.State == GroupState.Active);
        var standings = db.BehaviourStandings.Where(row => asked.Contains(row.BehaviourId) && row.IsPractised);
        var fixedCount = asked.Count;
        return
            from learner in @group.Counted(journeyId)
            let all = toChoose > 0 ? standings.Count(row => row.ParticipationId == learner.Id) : fixedCount
            select new PlacedLearner
            {
                ParticipationId = learner.Id,
                Place = choice >= 0 && choices.Count(row => row.ParticipationId == learner.Id) < toChoose ? choice
                    : buddy >= 0 && !pairs.Any(pair => pair.OwnerId == learner.Id) ? buddy
                    : practice >= 0 && standings.Count(row =>
                        row.ParticipationId == learner.Id && (row.Waiting > 0 || row.Confirmed > 0)) < all ? practice
                    : confirmation >= 0 && standings.Count(row =>
                        row.ParticipationId == learner.Id && row.Confirmed > 0) < all ? confirmation
                    : certificate >= 0 && standings.Count(row =>
                        row.ParticipationId == learner.Id && row.CertifiedAt != null) < all ? certificate
                    : last,
            };
    }

    private static List<string> Names(JourneyDesign design) => [.. Road.Of(design, Progress.None).Select(phase => phase.Name)];

    private sealed class PlacedLearner
    {
        public Guid ParticipationId { get; init; }

        public int Place { get; init; }
    }
}

/// <summary>How many learners are in a phase.</summary>
/// <param name="Name">The phase, as <see cref="Phase"/> names it.</param>
/// <param name="Learners">At least 0.</param>
public sealed record PhaseCount(string Name, int Learners);
