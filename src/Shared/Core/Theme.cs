using System.Collections.Immutable;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.Shared.Core;

/// <summary>One part of what a journey can be made of. Adding one is its folder, and a line in each list it has something for.</summary>
/// <param name="Name">One word, lower case: names the section in a design's JSON, and the folders.</param>
/// <param name="Events">Its kinds of events.</param>
public sealed record Theme(string Name, ImmutableArray<EventType> Events)
{
    /// <summary>Its section of the design; null for a theme that a journey can't be without.</summary>
    public Type? Section { get; init; }

    /// <summary>What its events add up to before the first; null when they add up to nothing.</summary>
    public IThemeProgress? Start { get; init; }

    /// <summary>What waits for somebody because of one learner: counted beside the places of the page.</summary>
    public AttentionRule? Attention { get; init; }

    /// <summary>What people are told because of its events; null when nobody is.</summary>
    public MessageRule? Messages { get; init; }

    /// <summary>What has a date and lies ahead of a learner because of it; null when nothing does.</summary>
    public UpcomingRule? Upcoming { get; init; }

    /// <summary>Its stretch of the road; null when it has none.</summary>
    public PhaseRule? Phase { get; init; }

    /// <summary>The time it asks of people; null when it asks for none.</summary>
    public EffortRule? Effort { get; init; }

    /// <summary>Whether a journey has it. One that is off leaves no trace.</summary>
    public bool IsOn(JourneyDesign design) => Section is null || design.Sections.Has(Section);
}

/// <summary>What a theme's events of one learner add up to. Immutable.</summary>
public interface IThemeProgress
{
    /// <summary>The same after one more event; itself when the event means nothing to it.</summary>
    IThemeProgress After(RecordedEvent e);
}
