using System.Collections.Frozen;
using System.Collections.Immutable;

namespace LearningBuddy.Shared.Core;

/// <summary>
/// What a learner's events add up to, theme by theme: the one reading of the history that pages, steps, nudges and figures share.
/// Immutable.
/// </summary>
public sealed class Progress
{
    private static readonly ImmutableArray<IThemeProgress> Start = [.. Themes.All.Select(theme => theme.Start).OfType<IThemeProgress>()];

    private static readonly FrozenDictionary<Type, int> Places =
        Start.Select((start, place) => (Type: start.GetType(), place)).ToFrozenDictionary(pair => pair.Type, pair => pair.place);

    private readonly ImmutableArray<IThemeProgress> themes;

    private Progress(ImmutableArray<IThemeProgress> themes) => this.themes = themes;

    /// <summary>Before the first event.</summary>
    public static Progress None { get; } = new(Start);

    /// <summary>Reads a history.</summary>
    /// <param name="events">All events of one participation, oldest first.</param>
    public static Progress From(IEnumerable<RecordedEvent> events) => events.Aggregate(None, (progress, e) => progress.After(e));

    /// <summary>One theme's part.</summary>
    public T Of<T>()
        where T : IThemeProgress => (T)themes[Places[typeof(T)]];

    /// <summary>The same after one more event.</summary>
    public Progress After(RecordedEvent e)
    {
        ImmutableArray<IThemeProgress>.Builder? changed = null;
        for (var place = 0; place < themes.Length; place++)
        {
            var after = themes[place].After(e);
            if (!ReferenceEquals(after, themes[place]))
            {
                (changed ??= themes.ToBuilder())[place] = after;
            }
        }

        return changed is null ? this : new Progress(changed.MoveToImmutable());
    }
}
