namespace LearningBuddy.Shared.Core;

/// <summary>
/// One entry of the append-only history: something that happened in a journey, with who did it and whose learning it is about.
/// </summary>
/// <param name="Id">Identity of the entry; every outward id (statement, score) is derived from it.</param>
/// <param name="JourneyId">The journey it happened in.</param>
/// <param name="ParticipationId">The learner's participation it is about.</param>
/// <param name="LearnerId">The person whose participation that is.</param>
/// <param name="ActorId">The person who did it; <see cref="Guid.Empty"/> when the tool itself acted.</param>
/// <param name="OccurredAt">When it happened, UTC.</param>
/// <param name="What">What happened.</param>
public sealed record RecordedEvent(
    Guid Id, Guid JourneyId, Guid ParticipationId, Guid LearnerId, Guid ActorId, DateTimeOffset OccurredAt, JourneyEvent What)
{
    /// <summary>
    /// Number of the journey's design when it happened, from 1: names of behaviours and sprints are those of that version.
    /// </summary>
    public int DesignNumber { get; init; } = 1;

    /// <summary>
    /// What a group did together is noted once for each learner in it, so that every history stays whole; the entries share this id.
    /// Null for what one learner did alone.
    /// </summary>
    public Guid? OccasionId { get; init; }
}

/// <summary>
/// Who does something: a person, or the tool. Always an argument, so that whatever becomes due can do what a page can do.
/// </summary>
/// <param name="PersonId">The person; <see cref="Guid.Empty"/> for the tool.</param>
public readonly record struct Actor(Guid PersonId)
{
    /// <summary>The tool itself.</summary>
    public static readonly Actor Tool = new(Guid.Empty);

    /// <summary>Whether the tool acts.</summary>
    public bool IsTool => PersonId == Guid.Empty;
}
