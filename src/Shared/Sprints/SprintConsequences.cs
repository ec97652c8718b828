using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;

namespace LearningBuddy.Shared.Sprints;

/// <summary>What follows from ticking things off.</summary>
public static class SprintConsequences
{
    /// <summary>
    /// The first tick begins a sprint, each takes it further, and the last completes it, once. So does a new design that takes out what
    /// was left of it.
    /// </summary>
    public static IEnumerable<Follows> Advance(in Happening happening)
    {
        if (happening.Design.Find<SprintsSection>() is not { } section)
        {
            return [];
        }

        return happening.Event.What switch
        {
            SprintPartDone done when section.Find(done.SprintId) is { } sprint => Advance(happening, sprint),
            DesignChanged => Complete(happening, section),
            _ => [],
        };
    }

    private static IEnumerable<Follows> Complete(Happening happening, SprintsSection section)
    {
        var after = happening.After.Of<SprintsProgress>();
        return
            from sprint in section.Sprints
            where after.StartedAt.ContainsKey(sprint.Id) && !after.CompletedAt.ContainsKey(sprint.Id)
                && sprint.PartIds.Any() && after.DoneOf(sprint) == sprint.PartIds.Count()
            select new Follows.Event(
                new SprintCompleted(sprint.Id, happening.At - after.StartedAt[sprint.Id]), new Actor(happening.Event.LearnerId));
    }

    private static IEnumerable<Follows> Advance(Happening happening, Sprint sprint)
    {
        var (after, by) = (happening.After.Of<SprintsProgress>(), new Actor(happening.Event.ActorId));
        var isStarted = after.StartedAt.TryGetValue(sprint.Id, out var startedAt);
        if (!isStarted)
        {
            yield return new Follows.Event(new SprintStarted(sprint.Id), by);
        }

        var (done, all) = (after.DoneOf(sprint), sprint.PartIds.Count());
        if (done == all)
        {
            if (!after.CompletedAt.ContainsKey(sprint.Id))
            {
                yield return new Follows.Event(
                    new SprintCompleted(sprint.Id, isStarted ? happening.At - startedAt : TimeSpan.Zero), by);
            }
        }
        else if (done * 100 / all is var percent && percent > after.Percent.GetValueOrDefault(sprint.Id))
        {
            yield return new Follows.Event(new SprintProgressed(sprint.Id, percent), by);
        }
    }
}
