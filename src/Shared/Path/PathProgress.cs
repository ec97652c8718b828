using System.Collections.Immutable;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Path;

/// <summary>How a learner sees themselves, and how others do, as the history tells it.</summary>
/// <param name="Own">The newest own level by behaviour.</param>
/// <param name="Views">The newest level that each other person gave, by behaviour.</param>
/// <param name="Confidence">By sprint and moment: 1 to 5.</param>
public sealed record PathProgress(
    ImmutableDictionary<string, OwnLevel> Own, ImmutableDictionary<string, ImmutableArray<View>> Views,
    ImmutableDictionary<(string SprintId, ConfidenceMoment Moment), int> Confidence) : IThemeProgress
{
    /// <summary>Nobody has said anything.</summary>
    public static PathProgress None { get; } = new(
        ImmutableDictionary<string, OwnLevel>.Empty,
        ImmutableDictionary<string, ImmutableArray<View>>.Empty,
        ImmutableDictionary<(string, ConfidenceMoment), int>.Empty);

    /// <summary>When the learner last asked somebody in the journey how they see them, by what they are to the learner, UTC.</summary>
    public ImmutableDictionary<Viewer, DateTimeOffset> Wanted { get; init; } = ImmutableDictionary<Viewer, DateTimeOffset>.Empty;

    /// <summary>When the learner last asked these, UTC, or null.</summary>
    public DateTimeOffset? WantedAt(Viewer by) => Wanted.TryGetValue(by, out var at) ? at : null;

    /// <summary>When one of these views was last given, UTC, or null.</summary>
    public DateTimeOffset? LastView(Func<View, bool> which) =>
        Views.Values.SelectMany(views => views).Where(which).Max(view => (DateTimeOffset?)view.At);

    /// <summary>What others said about a behaviour.</summary>
    public ImmutableArray<View> Of(string behaviourId) => Views.GetValueOrDefault(behaviourId, []);

    /// <inheritdoc />
    public IThemeProgress After(RecordedEvent e) => e.What switch
    {
        SelfAssessed rated => this with { Own = Own.SetItem(rated.BehaviourId, new((int)rated.Points.Raw, e.OccurredAt)) },
        ViewGiven view => this with { Views = Views.SetItem(view.BehaviourId, With(Of(view.BehaviourId), view, e.OccurredAt)) },
        ViewWanted wanted => this with { Wanted = Wanted.SetItem(wanted.By, e.OccurredAt) },
        ConfidenceTold told => this with { Confidence = Confidence.SetItem((told.SprintId, told.Moment), told.Level) },
        _ => this,
    };

    private static ImmutableArray<View> With(ImmutableArray<View> before, ViewGiven view, DateTimeOffset at) =>
        [.. before.Where(other => other.PersonId != view.PersonId), new(view.PersonId, view.By, (int)view.Points.Raw, at)];
}

/// <summary>A learner's own level.</summary>
/// <param name="Level">On the design's scale, from 0.</param>
/// <param name="At">When they said so, UTC.</param>
public sealed record OwnLevel(int Level, DateTimeOffset At);

/// <summary>How one other person sees a learner.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="By">What they are to the learner.</param>
/// <param name="Level">On the design's scale, from 0.</param>
/// <param name="At">When they said so, UTC.</param>
public sealed record View(Guid PersonId, Viewer By, int Level, DateTimeOffset At);
