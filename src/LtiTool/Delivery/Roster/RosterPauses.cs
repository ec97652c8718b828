using System.Collections.Concurrent;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Courses whose roster could not be read a moment ago: nobody's page waits for it again until the pause is over.</summary>
/// <remarks>Each node finds out by itself; it costs one slow page.</remarks>
internal sealed class RosterPauses(TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> until = new();

    /// <summary>Whether to leave this course's roster alone now.</summary>
    public bool IsPausing(Guid courseId)
    {
        if (!until.TryGetValue(courseId, out var end))
        {
            return false;
        }

        if (clock.GetUtcNow() < end)
        {
            return true;
        }

        until.TryRemove(new(courseId, end));
        return false;
    }

    /// <summary>The roster could not be read.</summary>
    /// <param name="courseId">Of this course.</param>
    /// <param name="asked">What the platform asked to wait, or null.</param>
    public void Begin(Guid courseId, TimeSpan? asked) => until[courseId] = clock.GetUtcNow() + (asked > Pause ? asked.Value : Pause);
}
