using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;

namespace LearningBuddy.Shared.Sprints;

/// <summary>Choose the sprints.</summary>
/// <param name="Missing">How many are still to be chosen, at least 1.</param>
public sealed record ChooseSprints(int Missing) : NextStep;

/// <summary>Go on with what a sprint has to read and to prepare.</summary>
/// <param name="SprintId">Which.</param>
public sealed record LearnSprint(string SprintId) : NextStep;

/// <summary>A break: nothing is asked for until it ends, or the learner goes on.</summary>
/// <param name="Until">The day on which it goes on by itself.</param>
public sealed record TakeBreak(DateOnly Until) : NextStep;

/// <summary>What sprints ask for.</summary>
public static class SprintSteps
{
    /// <summary>Without a choice there is nothing to practise. Whoever completed the journey before is asked for none.</summary>
    public static IEnumerable<NextStep> Choose(JourneyDesign design, Progress progress, DateTimeOffset now) =>
        SprintChoice.StillToChoose(design, progress) is > 0 and var missing && progress.Of<JourneyProgress>().CompletedAt is null
            ? [new ChooseSprints(missing)]
            : [];

    /// <summary>During a break nothing new is asked for.</summary>
    public static IEnumerable<NextStep> Break(JourneyDesign design, Progress progress, DateTimeOffset now) =>
        design.Find<SprintsSection>() is not null && progress.Of<SprintsProgress>().PausedUntil(now) is { } until
            ? [new TakeBreak(until)]
            : [];

    /// <summary>What there is to read comes before trying it: the first chosen sprint that has some left.</summary>
    public static IEnumerable<NextStep> Learn(JourneyDesign design, Progress progress, DateTimeOffset now)
    {
        var done = progress.Of<SprintsProgress>();
        return SprintChoice.StillToChoose(design, progress) > 0
            ? []
            : SprintChoice.Of(design, progress)
                .Where(sprint => sprint.Resources.Any(resource => !done.IsDone(sprint.Id, resource.Id)))
                .Take(1)
                .Select(sprint => new LearnSprint(sprint.Id));
    }

    /// <summary>How many of the sprints are chosen; what everybody does is chosen from the start.</summary>
    internal static Phase Choice(JourneyDesign design, Progress progress)
    {
        var section = design.Find<SprintsSection>()!;
        var all = section.IsChosen ? section.Choose : 1;
        return new Phase("choice", all - SprintChoice.StillToChoose(design, progress), all);
    }
}
