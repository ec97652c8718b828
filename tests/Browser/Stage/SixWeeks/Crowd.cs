using System.Collections.Concurrent;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.Tests.Browser.Stage.SixWeeks;

/// <summary>Those who do the same: a few screens, at which one person sits down after the other.</summary>
internal sealed class Crowd(IReadOnlyList<Desk> desks)
{
    public IEnumerable<string> Findings => desks.SelectMany(desk => desk.Findings);

    /// <summary>Each of these people does this, in whatever order.</summary>
    public Task EachAsync(IEnumerable<Person> people, Func<Desk, Person, Task> work)
    {
        var waiting = new ConcurrentQueue<Person>(people);
        return Task.WhenAll(desks.Select(async desk =>
        {
            while (waiting.TryDequeue(out var person))
            {
                await work(desk, person);
            }
        }));
    }
}
