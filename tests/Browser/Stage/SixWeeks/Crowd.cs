using System.Collections.Concurrent;

namespace LearningBuddy.Tests.Browser.Stage.SixWeeks;

/// <summary>Those who do the same: a few screens, at which one person sits down after the other.</summary>
internal sealed class Crowd(IReadOnlyList<Desk> desks)
{
    public IEnumerable<string> Findings => desks.SelectMany(desk => desk.Findings);

    /// <summary>Each of these people, or pairs of people, does this, in whatever order.</summary>
    public Task EachAsync<T>(IEnumerable<T> people, Func<Desk, T, Task> work)
    {
        var waiting = new ConcurrentQueue<T>(people);
        return Task.WhenAll(desks.Select(async desk =>
        {
            while (waiting.TryDequeue(out var next))
            {
                await work(desk, next);
            }
        }));
    }
}
