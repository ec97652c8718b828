using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Journeys;

/// <summary>Where a learner is in the journey as a whole.</summary>
/// <param name="StartedAt">When they began, or were started over last, UTC, or null.</param>
/// <param name="CompletedAt">When everything was certified, UTC, or null.</param>
/// <param name="HasWithdrawn">Whether they left.</param>
public sealed record JourneyProgress(DateTimeOffset? StartedAt, DateTimeOffset? CompletedAt, bool HasWithdrawn) : IThemeProgress
{
    /// <summary>When somebody started them over last, UTC, or null.</summary>
    public DateTimeOffset? RestartedAt { get; private init; }

    /// <summary>Before the start.</summary>
    public static JourneyProgress None { get; } = new(null, null, false);

    /// <summary>Whether they began.</summary>
    public bool HasStarted => StartedAt is not null;

    /// <inheritdoc />
    public IThemeProgress After(RecordedEvent e) => e.What switch
    {
        JourneyStarted => this with { StartedAt = StartedAt ?? e.OccurredAt, HasWithdrawn = false },
        JourneyRestarted => new(e.OccurredAt, null, HasWithdrawn: false) { RestartedAt = e.OccurredAt },
        JourneyCompleted => this with { CompletedAt = CompletedAt ?? e.OccurredAt },
        JourneyWithdrawn => this with { HasWithdrawn = true },
        _ => this,
    };
}
