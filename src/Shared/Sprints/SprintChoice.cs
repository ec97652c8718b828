using System.Collections.Immutable;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Sprints;

/// <summary>What a learner chose, and what they practise because of it. Pure.</summary>
public static class SprintChoice
{
    /// <summary>
    /// The sprints a learner does: all of them where nobody chooses, else what was chosen, in the order of the design. One that was taken
    /// out of the design counts no more.
    /// </summary>
    public static IReadOnlyList<Sprint> Of(JourneyDesign design, Progress progress)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(progress);
        if (design.Find<SprintsSection>() is not { } section)
        {
            return [];
        }

        return section.IsChosen
            ? [.. section.Sprints.Where(sprint => progress.Of<SprintsProgress>().Has(sprint.Id))]
            : section.Sprints;
    }

    /// <summary>How many are still to be chosen; 0 where nobody chooses.</summary>
    public static int StillToChoose(JourneyDesign design, Progress progress)
    {
        ArgumentNullException.ThrowIfNull(design);
        return design.Find<SprintsSection>() is { IsChosen: true } section
            ? Math.Max(0, section.Choose - Of(design, progress).Count)
            : 0;
    }

    /// <summary>
    /// The behaviours a learner practises: those that the chosen sprints train, and those that no sprint trains. All of them until
    /// something is chosen, and where nobody chooses.
    /// </summary>
    public static IReadOnlyList<Behaviour> Practised(JourneyDesign design, Progress progress)
    {
        ArgumentNullException.ThrowIfNull(design);
        var active = design.ActiveBehaviours.ToList();
        if (design.Find<SprintsSection>() is not { IsChosen: true } section || Of(design, progress) is not { Count: > 0 } chosen)
        {
            return active;
        }

        var mine = chosen.SelectMany(sprint => sprint.BehaviourIds).ToHashSet(StringComparer.Ordinal);
        var trained = section.Sprints.SelectMany(sprint => sprint.BehaviourIds).ToHashSet(StringComparer.Ordinal);
        var practised = active.FindAll(behaviour => mine.Contains(behaviour.Id) || !trained.Contains(behaviour.Id));

        // A sprint that trains nothing any more leaves its learners with something to do.
        return practised.Count > 0 ? practised : active;
    }

    /// <summary>
    /// Of how many behaviours a learner is asked for: those they practise; until all sprints are chosen no fewer than the usual number, so
    /// that half a choice is not taken for the whole.
    /// </summary>
    public static int HowMany(JourneyDesign design, Progress progress)
    {
        var practised = Practised(design, progress).Count;
        return StillToChoose(design, progress) > 0 ? Math.Max(practised, UsuallyPractised(design)) : practised;
    }

    /// <summary>How many behaviours a learner practises, whoever they are: of as many sprints as are chosen, the usual number.</summary>
    public static int UsuallyPractised(JourneyDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        var active = design.ActiveBehaviours.Select(behaviour => behaviour.Id).ToHashSet(StringComparer.Ordinal);
        if (design.Find<SprintsSection>() is not { IsChosen: true } section)
        {
            return active.Count;
        }

        var trained = section.Sprints.SelectMany(sprint => sprint.BehaviourIds).Where(active.Contains).ToHashSet(StringComparer.Ordinal);
        return (active.Count - trained.Count) + (int)Math.Ceiling((double)trained.Count * section.Choose / section.Sprints.Count);
    }

    /// <summary>What leads from one choice to another, what is dropped first; the reason where it can't be.</summary>
    /// <param name="design">The journey's design.</param>
    /// <param name="progress">The learner's history.</param>
    /// <param name="wanted">Keys of the sprints that are wanted.</param>
    public static ChoiceChange Change(JourneyDesign design, Progress progress, IReadOnlyCollection<string> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        if (design.Find<SprintsSection>() is not { IsChosen: true } section)
        {
            return new(ChoiceRefusal.NothingToChoose, []);
        }

        var known = section.Sprints.Where(sprint => wanted.Contains(sprint.Id)).Select(sprint => sprint.Id).ToList();
        if (known.Count > section.Choose)
        {
            return new(ChoiceRefusal.TooMany, []);
        }

        var before = progress.Of<SprintsProgress>().Chosen;
        return new(null,
        [
            .. before.Where(id => !known.Contains(id)).Select(id => (JourneyEvent)new SprintUnchosen(id)),
            .. known.Where(id => !before.Contains(id)).Select(id => new SprintChosen(id)),
        ]);
    }
}

/// <summary>What a wish for other sprints comes to.</summary>
/// <param name="Refusal">Why it can't be, or null.</param>
/// <param name="Events">What happens, in order; empty where all stays as it is.</param>
public sealed record ChoiceChange(ChoiceRefusal? Refusal, ImmutableArray<JourneyEvent> Events);

/// <summary>Why somebody can't choose so.</summary>
public enum ChoiceRefusal
{
    /// <summary>The journey has nothing to choose from.</summary>
    NothingToChoose,

    /// <summary>More than the design allows.</summary>
    TooMany,

    /// <summary>The facilitator locked what was chosen: changes go through them.</summary>
    Locked,
}
