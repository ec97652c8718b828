using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Messages;

/// <summary>What people are told because of an event. Pure.</summary>
/// <param name="design">The journey's design.</param>
/// <param name="progress">The learner's progress after the change.</param>
/// <param name="e">What happened.</param>
public delegate IEnumerable<Tells> MessageRule(JourneyDesign design, Progress progress, RecordedEvent e);

/// <summary>What an event means for messages: a closed family.</summary>
/// <param name="Kind">One of <see cref="MessageName"/>.</param>
/// <param name="Subject">What it is about: a pair, a piece of evidence, a question.</param>
public abstract record Tells(string Kind, Guid Subject)
{
    /// <summary>Somebody is to be told.</summary>
    /// <param name="Kind">One of <see cref="MessageName"/>.</param>
    /// <param name="Subject">What it is about.</param>
    /// <param name="To">Whom. Whoever did it is not told, unless <see cref="TellsActor"/> says so.</param>
    /// <param name="From">Whom it names, or <see cref="Guid.Empty"/> for nobody.</param>
    public sealed record Message(string Kind, Guid Subject, Waits To, Guid From) : Tells(Kind, Subject)
    {
        /// <summary>Key of the behaviour it is about, or null.</summary>
        public string? BehaviourId { get; init; }

        /// <summary>Whether whoever did it is told too: what has a date belongs into both calendars.</summary>
        public bool TellsActor { get; init; }
    }

    /// <summary>What people were to be told of is done: whatever has not gone out stays here.</summary>
    /// <param name="Kind">One of <see cref="MessageName"/>.</param>
    /// <param name="Subject">What it was about.</param>
    public sealed record Done(string Kind, Guid Subject) : Tells(Kind, Subject);
}
