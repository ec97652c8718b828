using System.Collections.Concurrent;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>The queues this node has seen so far, one for each destination.</summary>
internal sealed class Lanes(TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<LaneKey, Lane> known = new();

    /// <summary>The queue of a destination.</summary>
    public Lane Of(LaneKey key) => known.GetOrAdd(key, static (key, clock) => new Lane(key, clock), clock);

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var lane in known.Values)
        {
            lane.Dispose();
        }
    }
}
