using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Sprints;

/// <summary>What follows from ticking things off.</summary>
public static class SprintConsequences
{
    /// <summary>The first tick begins a sprint, each takes it further, and the last completes it, once.</summary>
    public static IEnumerable<Follows> Advance(in Happening happening)
    {
        if (happening.Event.What is not SprintPartDone done
            || happening.Design.Find<SprintsSection>()?.Find(done.SprintId) is not { } sprint)
        {
            return [];
        }

        return Advance(happening, sprint);
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
