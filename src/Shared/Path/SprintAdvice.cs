using System.Collections.Immutable;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.Shared.Path;

/// <summary>What is said about one sprint beside its title.</summary>
/// <param name="SprintId">Which.</param>
/// <param name="IsSuggested">Whether it is among those suggested.</param>
/// <param name="Reason">Why, or why not.</param>
/// <param name="BehaviourId">The behaviour the reason is about; null where it is about none.</param>
/// <param name="Together">How many others of the group have chosen it.</param>
public sealed record SprintAdvice(string SprintId, bool IsSuggested, AdviceReason Reason, string? BehaviourId, int Together)
{
    private const double EssentialWeight = 2;

    /// <summary>
    /// Which sprints to choose, by one rule that anybody can check: what leaves most room, by the lowest level that the views agree on,
    /// counted double for what matters most in the role; where that is equal, what more of the group can practise together; then the order
    /// of the design. Nothing is suggested that leaves no room. Pure.
    /// </summary>
    /// <param name="design">The journey's design.</param>
    /// <param name="progress">The learner's history.</param>
    /// <param name="chosenByOthers">How many others chose each sprint, by its key.</param>
    /// <returns>One entry per sprint, in the order of the design.</returns>
    public static ImmutableArray<SprintAdvice> Of(
        JourneyDesign design, Progress progress, IReadOnlyDictionary<string, int> chosenByOthers)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(chosenByOthers);
        if (design.Find<SprintsSection>() is not { IsChosen: true } section || design.Find<PathSection>() is not { } path)
        {
            return [];
        }

        var seen = section.Sprints
            .Select(sprint => (Sprint: sprint, Need: Need.Of(design, progress, path, sprint), Together: Count(sprint)))
            .ToList();
        var suggested = seen.Where(one => one.Need.Room > 0)
            .OrderByDescending(one => one.Need.Room)
            .ThenByDescending(one => one.Together)
            .Take(section.Choose)
            .Select(one => one.Sprint.Id)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. seen.Select(one => new SprintAdvice(
                one.Sprint.Id, suggested.Contains(one.Sprint.Id), one.Need.Reason, one.Need.BehaviourId, one.Together)),
        ];

        int Count(Sprint sprint) => chosenByOthers.GetValueOrDefault(sprint.Id);
    }

    /// <summary>How much a learner needs a sprint.</summary>
    /// <param name="Room">The weighted mean of the room its behaviours leave; 0 where nothing is known.</param>
    /// <param name="Reason">What stands out.</param>
    /// <param name="BehaviourId">Where.</param>
    private sealed record Need(double Room, AdviceReason Reason, string? BehaviourId)
    {
        public static Need Of(JourneyDesign design, Progress progress, PathSection path, Sprint sprint)
        {
            var known = (
                from id in sprint.BehaviourIds
                where design.FindBehaviour(id) is { Retired: false }
                let standpoint = Standpoint.Of(design, progress, id)
                where standpoint.Room is not null
                select (Id: id, Standpoint: standpoint, Weight: path.Essential.Contains(id) ? EssentialWeight : 1)).ToList();
            if (known.Count == 0)
            {
                return new(0, AdviceReason.NothingKnown, null);
            }

            var room = known.Sum(one => one.Standpoint.Room!.Value * one.Weight) / known.Sum(one => one.Weight);
            var most = known.OrderByDescending(one => one.Standpoint.Room!.Value * one.Weight).First();
            return most.Standpoint.Room > 0
                ? new(room, ReasonOf(most.Standpoint, most.Weight > 1), most.Id)
                : new(0, AdviceReason.NoRoom, null);
        }

        private static AdviceReason ReasonOf(Standpoint most, bool isEssential) => most switch
        {
            { IsBlindSpot: true } => AdviceReason.OthersSeeRoom,
            { IsHiddenStrength: true } => AdviceReason.OnlyYouSeeRoom,
            { Own: not null, Others: not null } => AdviceReason.AllSeeRoom,
            _ when isEssential => AdviceReason.Essential,
            _ => AdviceReason.YouSeeRoom,
        };
    }
}

/// <summary>What stands out about a sprint for one learner.</summary>
public enum AdviceReason
{
    /// <summary>Nobody said anything about its behaviours.</summary>
    NothingKnown,

    /// <summary>Everybody is content with what the learner does.</summary>
    NoRoom,

    /// <summary>The learner sees room, and nobody else was asked.</summary>
    YouSeeRoom,

    /// <summary>The learner and others see room.</summary>
    AllSeeRoom,

    /// <summary>Others see room where the learner sees less of it.</summary>
    OthersSeeRoom,

    /// <summary>The learner sees room where others see less of it.</summary>
    OnlyYouSeeRoom,

    /// <summary>It matters most in the role, and the learner sees room.</summary>
    Essential,
}
