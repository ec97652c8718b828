using System.Collections.Immutable;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Sprints;

/// <summary>A learner's sprints as the history tells them.</summary>
public sealed record SprintsProgress : IThemeProgress
{
    /// <summary>Nothing was chosen.</summary>
    public static SprintsProgress None { get; } = new();

    /// <summary>Keys of what was chosen, in the order of choosing.</summary>
    public ImmutableArray<string> Chosen { get; private init; } = [];

    /// <summary>When each was chosen, UTC.</summary>
    public ImmutableDictionary<string, DateTimeOffset> ChosenAt { get; private init; } = ImmutableDictionary<string, DateTimeOffset>.Empty;

    /// <summary>When each was begun, UTC.</summary>
    public ImmutableDictionary<string, DateTimeOffset> StartedAt { get; private init; } = ImmutableDictionary<string, DateTimeOffset>.Empty;

    /// <summary>When all of each was done for the first time, UTC.</summary>
    public ImmutableDictionary<string, DateTimeOffset> CompletedAt { get; private init; } =
        ImmutableDictionary<string, DateTimeOffset>.Empty;

    /// <summary>The share of each that was told last, in percent.</summary>
    public ImmutableDictionary<string, int> Percent { get; private init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>What is ticked off: key of the sprint, key of the part.</summary>
    public ImmutableHashSet<(string SprintId, string PartId)> Done { get; private init; } = [];

    /// <summary>Whether the learner wants to see one thing at a time.</summary>
    public bool IsSmall { get; private init; }

    /// <summary>The break that was taken last, or null.</summary>
    public SprintBreak? Break { get; private init; }

    /// <summary>Whether a sprint was chosen.</summary>
    public bool Has(string sprintId) => Chosen.Contains(sprintId);

    /// <summary>Whether a part is ticked off.</summary>
    public bool IsDone(string sprintId, string partId) => Done.Contains((sprintId, partId));

    /// <summary>How many parts of a sprint are ticked off; what is no longer in the design doesn't count.</summary>
    public int DoneOf(Sprint sprint)
    {
        ArgumentNullException.ThrowIfNull(sprint);
        return sprint.PartIds.Count(part => IsDone(sprint.Id, part));
    }

    /// <summary>The day until which the learner takes a break; null where they don't.</summary>
    /// <param name="today">Where the learner is.</param>
    public DateOnly? PausedUntil(DateOnly today) => Break is { } taken && taken.Ends > today ? taken.Ends : null;

    /// <inheritdoc />
    public IThemeProgress After(RecordedEvent e) => e.What switch
    {
        SprintChosen chosen => Has(chosen.SprintId)
            ? this
            : this with { Chosen = Chosen.Add(chosen.SprintId), ChosenAt = ChosenAt.SetItem(chosen.SprintId, e.OccurredAt) },
        SprintUnchosen dropped => this with { Chosen = Chosen.Remove(dropped.SprintId), ChosenAt = ChosenAt.Remove(dropped.SprintId) },
        SprintStarted started => StartedAt.ContainsKey(started.SprintId)
            ? this
            : this with { StartedAt = StartedAt.Add(started.SprintId, e.OccurredAt) },
        SprintProgressed further => this with { Percent = Percent.SetItem(further.SprintId, further.Percent) },
        SprintCompleted completed => this with
        {
            Percent = Percent.SetItem(completed.SprintId, 100),
            CompletedAt = CompletedAt.ContainsKey(completed.SprintId) ? CompletedAt : CompletedAt.Add(completed.SprintId, e.OccurredAt),
        },
        SprintPartDone done => this with { Done = Done.Add((done.SprintId, done.PartId)) },
        SprintPartUndone undone => this with { Done = Done.Remove((undone.SprintId, undone.PartId)) },
        SprintPaceChosen pace => this with { IsSmall = pace.IsSmall },
        SprintsPaused paused => this with { Break = new(e.OccurredAt, paused.Until) },
        SprintsResumed => this with { Break = null },
        _ => this,
    };
}

/// <summary>A break.</summary>
/// <param name="From">Since when, UTC.</param>
/// <param name="Ends">The day on which it goes on.</param>
public sealed record SprintBreak(DateTimeOffset From, DateOnly Ends);
