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

    /// <summary>What was ticked off once, whether or not the tick was taken back: nobody else ticks it again.</summary>
    public ImmutableHashSet<(string SprintId, string PartId)> WasDone { get; private init; } = [];

    /// <summary>Whether the learner wants to see one thing at a time; null where they never said.</summary>
    public bool? IsSmall { get; private init; }

    /// <summary>Breaks, oldest first.</summary>
    public ImmutableArray<SprintBreak> Breaks { get; private init; } = [];

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
    /// <param name="now">UTC.</param>
    public DateOnly? PausedUntil(DateTimeOffset now) => Breaks is [.., { IsOver: false } last] && now < last.EndsAt ? last.Ends : null;

    /// <summary>
    /// The day until which a sprint that was begun is planned; null before that, and where the design plans none. Breaks move it.
    /// </summary>
    /// <param name="section">The design's part.</param>
    /// <param name="sprintId">Which sprint.</param>
    /// <param name="zone">Where the learner is.</param>
    public DateOnly? PlannedUntil(SprintsSection section, string sprintId, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(section);
        if (section.DaysEach == 0 || !StartedAt.TryGetValue(sprintId, out var started))
        {
            return null;
        }

        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(started, zone).DateTime);
        var until = first.AddDays(section.DaysEach);
        foreach (var taken in Breaks.Where(taken => taken.From >= first && taken.From <= until))
        {
            until = until.AddDays(taken.Days);
        }

        return until;
    }

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
        SprintPartDone done => this with
        {
            Done = Done.Add((done.SprintId, done.PartId)),
            WasDone = WasDone.Add((done.SprintId, done.PartId)),
        },
        SprintPartUndone undone => this with { Done = Done.Remove((undone.SprintId, undone.PartId)) },
        SprintPaceChosen pace => this with { IsSmall = pace.IsSmall },
        SprintsPaused paused => this with { Breaks = Breaks.Add(new(paused.From, paused.Until, paused.EndsAt)) },
        SprintsResumed resumed => Breaks is [.. var before, var last]
            ? this with { Breaks = Breaks.SetItem(before.Length, last.EndedOn(resumed.On)) }
            : this,
        _ => this,
    };
}

/// <summary>A break.</summary>
/// <param name="From">Its first day.</param>
/// <param name="Ends">The day on which it goes on.</param>
/// <param name="EndsAt">When that day begins where the learner is, UTC.</param>
public sealed record SprintBreak(DateOnly From, DateOnly Ends, DateTimeOffset EndsAt)
{
    /// <summary>Whether the learner went on before it ended by itself.</summary>
    public bool IsOver { get; private init; }

    /// <summary>How many days it moves what is planned.</summary>
    public int Days => Math.Max(0, Ends.DayNumber - From.DayNumber);

    /// <summary>The same, ended early.</summary>
    internal SprintBreak EndedOn(DateOnly day) => this with { Ends = day < Ends ? day : Ends, IsOver = true };
}
