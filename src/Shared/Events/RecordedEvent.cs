namespace LearningBuddy.Shared.Events;

/// <summary>One entry of the append-only history: something that happened in a journey, with who did it and whose learning it is about.</summary>
/// <param name="Id">Identity of the entry; every outward id (statement, score) is derived from it.</param>
/// <param name="JourneyId">The journey it happened in.</param>
/// <param name="ParticipationId">The learner's participation it is about.</param>
/// <param name="LearnerId">The person whose participation that is.</param>
/// <param name="ActorId">The person who did it; <see cref="Guid.Empty"/> when the tool itself acted.</param>
/// <param name="OccurredAt">When it happened, UTC.</param>
/// <param name="What">What happened.</param>
public sealed record RecordedEvent(
    Guid Id, Guid JourneyId, Guid ParticipationId, Guid LearnerId, Guid ActorId, DateTimeOffset OccurredAt, JourneyEvent What);
