using LearningBuddy.LtiTool.Data.Json;
using LearningBuddy.Shared.Events;

namespace LearningBuddy.LtiTool.Data.Rows;

/// <summary>One entry of the history as it is stored. Only ever inserted.</summary>
public sealed class JourneyEventRow
{
    /// <summary>Order of recording; grows, may have gaps.</summary>
    public long Sequence { get; set; }

    /// <summary>Identity of the event.</summary>
    public Guid Id { get; set; }

    /// <summary>The journey.</summary>
    public Guid JourneyId { get; set; }

    /// <summary>The participation.</summary>
    public Guid ParticipationId { get; set; }

    /// <summary>The learner.</summary>
    public Guid LearnerId { get; set; }

    /// <summary>Who did it; empty for the tool.</summary>
    public Guid ActorId { get; set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset OccurredAt { get; set; }

    /// <summary>Name of the case.</summary>
    public string Type { get; set; } = "";

    /// <summary>The case's properties, as JSON.</summary>
    public string Payload { get; set; } = "{}";

    /// <summary>Stores an event.</summary>
    public static JourneyEventRow From(RecordedEvent recorded) => new()
    {
        Id = recorded.Id,
        JourneyId = recorded.JourneyId,
        ParticipationId = recorded.ParticipationId,
        LearnerId = recorded.LearnerId,
        ActorId = recorded.ActorId,
        OccurredAt = recorded.OccurredAt,
        Type = recorded.What.GetType().Name,
        Payload = EventJson.Write(recorded.What),
    };

    /// <summary>Reads it back.</summary>
    public RecordedEvent ToEvent() => new(Id, JourneyId, ParticipationId, LearnerId, ActorId, OccurredAt, EventJson.Read(Type, Payload));
}
